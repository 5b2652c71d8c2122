/** Pictures so small that single pixels can be seen; written by scripts/small-pictures.ts. */

/** What the record holds. */
export interface SmallRecord {
  side: number;
  pictures: readonly {id: string; caption: string; rgb: string}[];
}

/** A small picture: `rgb` is [row][column][3], `grey` the brightness [row][column], whole numbers from 0 to 255. */
export interface SmallPicture {
  id: string;
  caption: string;
  side: number;
  rgb: Uint8Array;
  grey: Uint8Array;
}

/** Unpacks the record. Brightness is 0.299 R + 0.587 G + 0.114 B (ITU-R BT.601), rounded. */
export function smallPictures({side, pictures}: SmallRecord): SmallPicture[] {
  return pictures.map(({id, caption, rgb: packed}) => {
    const rgb = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const grey = Uint8Array.from({length: side * side}, (_, at) =>
      Math.round(0.299 * rgb[3 * at]! + 0.587 * rgb[3 * at + 1]! + 0.114 * rgb[3 * at + 2]!)
    );
    return {id, caption, side, rgb, grey};
  });
}
