/** Labels of the class maps. */
export const classMapStrings = {
  en: {
    title: (network: string): string => `One map per class: ${network} on your picture`,
    overlay: (label: string): string => `“${label}” over the picture`,
    mean: "mean",
    bias: "bias",
    logit: "logit",
    against: "against",
    for: "for",
    grid: "The maps of all classes",
    notRecorded: "This picture is not recorded. Start the network to see its maps.",
    weightless: (cells: number, side: string): string =>
      `Each map is a channel of the last convolution, as it leaves it. Its ${cells} numbers (${side}) are averaged, and the average is the logit. No weight lies in between.`,
    weighted: (channels: number, cells: number): string =>
      `This network has no map per class. Its last map has ${channels} channels, and a linear layer behind the average weighs them. The same weights, put before the average, make these maps: the mean of ${cells} numbers plus the bias is the logit.`,
    measuring: "asking for the maps of all classes",
    columns: ["class", "row", "column", "value"]
  }
} as const;
