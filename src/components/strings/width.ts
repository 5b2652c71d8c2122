/** Labels of the cost by width. */
export const widthStrings = {
  en: {
    title: "Every layer wider",
    network: "Network",
    factor: "width of every layer, in percent",
    work: "Work",
    params: "Parameters",
    units: {mac: "MAC", flop: "FLOP"},
    square: "work",
    parameters: "parameters",
    straight: "if cost grew like width",
    axisX: "width",
    perPicture: (count: string): string => `${count} for each of 1.2 million training pictures`,
    drawing: (network: string, factor: string, work: string, params: string): string =>
      `${network}, ${factor} times as wide: ${work} times the work and ${params} times the parameters.`,
    columns: ["network", "width", "MAC", "FLOP", "parameters"]
  }
} as const;
