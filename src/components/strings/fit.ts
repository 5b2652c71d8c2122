/** Labels of fitting two 3×3 windows to a 5×5. */
export const fitStrings = {
  en: {
    title: "Can two 3×3 windows do what one 5×5 does?",
    wanted: "The 5×5",
    targets: {ring: "ring", blur: "blur", edge: "edges", diagonal: "diagonal", noise: "noise"},
    middle: "Channels between the two",
    seed: "first weights, seed",
    steps: "Steps of gradient descent",
    play: "Watch the descent",
    stop: "Stop",
    kernels: {wanted: "wanted", made: "two windows make", missed: "what is missing"},
    windows: "The windows in a row",
    pair: (n: number): string => `${n}.`,
    missed: "Missed",
    weights: (stacked: number): string => `${stacked} weights for 25 numbers`,
    curve: "missed share by step, logarithmic",
    none: "less than 0.01 %",
    note: "No ReLU between the two here: only then is the pair a single kernel. Missed is the squared difference of the kernels over the squared size of the wanted one: the error of the output on noise.",
    drawing: (target: string, middle: number, missed: string): string =>
      `Wanted: ${target}. With ${middle} ${middle === 1 ? "channel" : "channels"} between the windows, missed: ${missed}.`,
    columns: ["step", "missed"]
  }
} as const;
