/** Labels of the table of picture sizes. */
export const inputSizeStrings = {
  en: {
    picture: "Picture",
    grids: "Grids of the modules",
    macs: "Multiply–adds",
    unseen: "Windows that stop short",
    caption: "Inception V3 on pictures of several sizes",
    none: "none",
    layers: (count: number): string => (count === 1 ? "of 1 layer" : `of ${count} layers`)
  }
} as const;
