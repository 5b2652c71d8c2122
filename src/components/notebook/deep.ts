import {DEEP_WIDTH} from "../../lib/nets/deep.ts";
import {DEEP_CHOICES} from "../parts/deep-choices.ts";

/** For prose: channels of the deep nets of chapter 1, and how many pictures their gradients are averaged over. */
export const [deepWidth, deepPictures]: readonly [number, number] = [DEEP_WIDTH, DEEP_CHOICES.size];

/** Layers of those that are shown at first, and of the deepest. */
export const [deepLayers, deepest]: readonly [number, number] = [
  DEEP_CHOICES.start.depth,
  Math.max(...DEEP_CHOICES.depths)
];
