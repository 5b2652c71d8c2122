/** A sample as the network sees it, from the drawing that the page shows anyway: no scene has to be painted for it. */
import {sampleUrl} from "./samples.ts";

/** A small square picture: RGBA bytes, size · size · 4. */
export interface SmallPicture {
  size: number;
  rgba: Uint8ClampedArray;
}

const [PAINTED, SEEN] = [128, 32];

/**
 * A sample's drawing, painted at the side of the training pictures and reduced to what the network takes in.
 * @throws if the drawing or the code that reduces it does not arrive
 */
export async function samplePixels(id: string): Promise<SmallPicture> {
  const image = Object.assign(new Image(), {src: sampleUrl(id)});
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {width: PAINTED, height: PAINTED});
  const context = canvas.getContext("2d")!;
  context.drawImage(image, 0, 0, PAINTED, PAINTED);
  const {data} = context.getImageData(0, 0, PAINTED, PAINTED);
  const {resizeArea} = await import("../../lib/runtime/picture.ts"); // with it comes the decoder, not needed before
  return {size: SEEN, rgba: resizeArea(data, PAINTED, PAINTED, SEEN)};
}
