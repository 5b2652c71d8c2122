/** Words of the front page's picture. */

/** Words by language. */
export const frontStrings = {
  en: {
    picture: {
      label: (modules: number): string =>
        `GoogLeNet as one stream of channels: a stem, ${modules} modules of four branches each, and a head`,
      caption: (modules: number, first: string, last: string, classes: string): string =>
        `GoogLeNet, the whole of it, to scale: a ribbon is as thick as its map has channels. ${first} come in with the picture, ` +
        `${modules} modules look at them through four windows at a time, and from ${last} the head makes ${classes} answers.`,
      legend: [
        ["1x1", "1×1"],
        ["3x3", "3×3"],
        ["5x5", "5×5"],
        ["pool", "pool"]
      ]
    }
  }
} as const;
