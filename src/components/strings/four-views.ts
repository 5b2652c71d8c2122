/** Labels of the four parallel views. */
export const fourViewsStrings = {
  en: {
    title: "One picture, four views, joined",
    picture: "Picture",
    padding: "Padding in every branch",
    input: (caption: string): string => `Input: ${caption}. Arrow keys move the place.`,
    inputName: "Input, 3 channels",
    windows: "1×1, 3×3 and 5×5 around one place",
    names: {one: "1×1", three: "3×3", five: "5×5", pool: "3×3 max pool"},
    colours: ["red", "green", "blue"],
    finds: {
      one: "red more than the rest",
      three: "light dots of one pixel",
      five: "light spots of three",
      pool: "the largest, channel by channel"
    },
    map: (name: string): string => `Output of the ${name}`,
    channels: (count: number): string => (count === 1 ? "1 channel" : `${count} channels`),
    joined: (row: number, column: number): string => `Joined at row ${row}, column ${column}`,
    fits: (shapes: string, sum: string): string => `${shapes} → ${sum}`,
    fails: (sizes: string): string =>
      `Without padding the outputs are ${sizes}. Maps of different height and width cannot be joined.`,
    again: (count: number): string =>
      `Next module: the same three convolutions, and a pool that hands on all ${count} channels again.`,
    drawing: (values: readonly string[]): string => `The joined channels at this place: ${values.join(", ")}.`,
    columns: ["row", "column", "1×1", "3×3", "5×5", "pool red", "pool green", "pool blue"]
  }
} as const;
