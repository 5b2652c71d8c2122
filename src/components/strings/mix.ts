/** Labels of the 1×1 convolution. */
export const mixStrings = {
  en: {
    title: "A 1×1 convolution: the channels at one position, mixed",
    presets: "Mix",
    preset: {
      red: "red against the rest",
      blue: "blue against the rest",
      brightness: "brightness",
      onlyRed: "red only"
    },
    channels: ["red", "green", "blue"],
    channel: (name: string): string => `${name} channel`,
    weight: (name: string): string => `weight of ${name}`,
    bias: "bias",
    relu: "ReLU",
    picture: "Picture",
    input: (caption: string): string => `Input: ${caption}, three channels.`,
    inputName: "Input",
    outputName: "Output",
    output: "Output, one channel.",
    moveOver: (what: string): string => `${what} Arrow keys move the position.`,
    says: (row: number, column: number, value: string): string => `Row ${row}, column ${column}: ${value}`,
    at: (row: number, column: number): string => `At row ${row}, column ${column}:`,
    columns: ["row", "column", "red", "green", "blue", "output"]
  }
} as const;
