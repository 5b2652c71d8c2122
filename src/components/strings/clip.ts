/** Labels of gradient clipping on a loss with a cliff. */
export const clipStrings = {
  en: {
    title: "Down a loss with a cliff, with and without clipping",
    threshold: "Clipped at",
    start: "First weight",
    starts: (weight: number): string => weight.toFixed(1),
    steps: "Steps",
    axis: {weight: "weight w", loss: "loss"},
    plain: "not clipped",
    clipped: "clipped",
    ends: (weight: string, loss: string): string => `w = ${weight}, loss ${loss}`,
    steepest: (slope: string, step: number): string => `steepest slope ${slope}, at step ${step}`,
    thrown: (weight: string): string => `thrown to w = ${weight}`,
    drawing: (plain: string, clipped: string): string =>
      `The loss by the weight: high on the left, a steep drop near 4, its lowest place right behind it, then a slow rise. Not clipped: ${plain}. Clipped: ${clipped}.`,
    note: (rate: number): string =>
      `The loss of one unit that feeds itself for 50 steps. The rate is ${rate} throughout; the slope is exact, by backpropagation.`,
    columns: ["step", "weight", "loss", "slope", "weight, clipped", "loss, clipped", "slope, clipped", "slope used"]
  }
} as const;
