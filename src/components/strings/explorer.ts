/** Labels of figure 3, the whole network. */
export const explorerStrings = {
  en: {
    title: "GoogLeNet, whole",
    variant: "Variant",
    variants: {"googlenet@bvlc": "paper", "googlenet@torchvision": "torchvision", "googlenet@slim": "TF-Slim"},
    drawing: (modules: number): string =>
      `From the input at the top to the classes at the bottom. Widths are channels, heights grow with the resolution, areas of the bars at the right are operations. ${modules} modules can be opened.`,
    openAll: "Open all",
    closeAll: "Close all",
    heads: "Count the auxiliary heads",
    noHeads: "This variant has no auxiliary heads",
    totals: (params: string, count: string, unit: string): string => `${params} parameters, ${count} ${unit}`,
    withHeads: (params: string, count: string, unit: string): string =>
      `With the two heads, while training: ${params} parameters, ${count} ${unit}.`,
    hint: "Point at a step for its facts, click to keep them; a module opens with a click or Enter.",
    names: {input: "picture"},
    shape: "gives",
    sees: (size: string, step: string): string => `one position sees ${size} pixels of the picture, every ${step}`,
    seesAll: (size: string): string => `one position could see ${size} pixels, more than the picture has`,
    params: (n: string): string => `${n} parameters`,
    cost: (n: string, unit: string, share: string): string => `${n} ${unit}, ${share} of all`,
    head: "counted apart",
    layers: (n: number): string => `${n} layers inside`,
    table: "Cost of each step of the network",
    csv: ["path", "operation", "output", "params", "MAC", "FLOP"]
  }
} as const;
