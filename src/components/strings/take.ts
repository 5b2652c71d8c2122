/** Words of the chapters' notebooks. */
export const takeStrings = {
  en: {
    take: "Take this chapter with you as a Jupyter notebook",
    own: "With the numbers as they are on the page now.",
    failed: "The notebook could not be made with your numbers; this is the chapter’s own.",
    introduction: (address: string | null): string =>
      `A chapter of ${address === null ? "Inside Inception" : `[Inside Inception](${address})`}, where its figures are live. The code needs PyTorch and NumPy and runs from top to bottom.`,
    figure: (address: string): string => `([see it live](${address}))`,
    cell: (title: string): string => `*On the page: “${title}”, a cell of JavaScript to change and run.*`,
    taken: (figure: string): string => `${figure} in PyTorch, with the numbers as they were on the page.`
  }
} as const;
