import {NORM_CHOICES} from "../parts/norm-choices.ts";

/** For prose: how many training pictures the remembered statistics of chapter 6 were measured on. */
export const normPictures: number = NORM_CHOICES.pictures;
