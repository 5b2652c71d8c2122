import {DEEP_WIDTH} from "../../lib/nets/deep.ts";
import {DEEP_CHOICES} from "../parts/deep-choices.ts";

/** For prose: channels of the deep nets of chapter 1, and how many pictures their gradients are averaged over. */
export const [deepWidth, deepPictures]: readonly [number, number] = [DEEP_WIDTH, DEEP_CHOICES.size];
