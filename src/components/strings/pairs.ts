/** Labels of networks whose costs are said to match. */
export const pairStrings = {
  en: {
    network: "network",
    macs: "multiply–adds",
    params: "parameters"
  }
} as const;
