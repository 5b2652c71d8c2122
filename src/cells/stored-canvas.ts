/** As much of a canvas as Plot's rasters need, without a screen: pixels are put in and come out as a PNG's address. */
import {png} from "./png.ts";

interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** A canvas that keeps the last pixels put into it. */
export class StoredCanvas {
  width = 300;
  height = 150;
  private pixels: Pixels | undefined;

  getContext(): object {
    return {
      createImageData: (width: number, height: number): Pixels => ({
        ...{width, height, data: new Uint8ClampedArray(4 * width * height)}
      }),
      putImageData: (pixels: Pixels) => (this.pixels = pixels)
    };
  }

  toDataURL(): string {
    const {width, height} = this;
    const {data} = this.pixels ?? {data: new Uint8ClampedArray(4 * width * height)};
    return `data:image/png;base64,${btoa(png(data, width, height).reduce((text, byte) => text + String.fromCharCode(byte), ""))}`;
  }
}
