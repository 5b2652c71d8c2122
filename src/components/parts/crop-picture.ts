/** Cuts a picture for the network. */
import type {Crop} from "../../lib/analysis/ensemble.ts";

/** A cut of a picture as a new bitmap; the given one is closed. */
export function cropPicture(bitmap: ImageBitmap, {x, y, side, mirrored}: Crop): ImageBitmap {
  const square = Math.min(bitmap.width, bitmap.height);
  const left = (bitmap.width - square) / 2 + x * square;
  const top = (bitmap.height - square) / 2 + y * square;
  const pixels = Math.round(side * square);
  const canvas = new OffscreenCanvas(pixels, pixels);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("this browser gives no 2D canvas");
  if (mirrored) context.setTransform(-1, 0, 0, 1, pixels, 0);
  context.drawImage(bitmap, left, top, side * square, side * square, 0, 0, pixels, pixels);
  bitmap.close();
  return canvas.transferToImageBitmap();
}
