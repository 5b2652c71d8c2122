/** Labels of networks whose costs are said to match. */
export const pairStrings = {
  en: {
    network: "network",
    macs: "multiply–adds",
    params: "parameters",
    against: (share: string): string => `${share} of the one above`
  }
} as const;
