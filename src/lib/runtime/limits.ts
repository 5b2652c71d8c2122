/** Numbers that the runtime keeps to and the page tells its readers; nothing else, so that a label which names one loads no engine. */

/** What is taken of a reader's file: pixels, bytes, bytes of an SVG, and milliseconds until its decoding is given up. */
export interface PictureLimits {
  pixels: number;
  bytes: number;
  svgBytes: number;
  patience: number;
}

/** Of 200 megapixels the bytes in memory (4 per pixel) would be about 800 MB. */
export const pictureLimits: PictureLimits = {pixels: 200e6, bytes: 100e6, svgBytes: 4e6, patience: 20_000};

/** Largest difference from the recorded logits that passes, as a part of the largest logit: ten thousand times float32's rounding. */
export const TOLERANCE = 1e-3;

/** Validation scenes over which a score is counted, and over which a branch's mean is taken. */
export const VALIDATION_SCENES = 200;
