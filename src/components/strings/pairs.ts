/** Labels of networks whose costs are said to match. */
export const pairStrings = {
  en: {
    table: "Work and parameters of networks that are said to match",
    macs: "multiply–adds",
    params: "parameters"
  }
} as const;
