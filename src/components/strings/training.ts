/** Labels of the charts of all training runs. */
export const trainingStrings = {
  en: {
    title: "What the same budget buys",
    accuracy: "right on CIFAR-10’s test pictures, %",
    scenes: "right on held-out scenes, %",
    macs: "multiply–adds, millions",
    params: "parameters, thousands",
    loss: "training loss",
    epoch: "epoch",
    network: "Network",
    epochs: "Epochs",
    seed: "Seed",
    byMacs: (rows: string): string => `Accuracy against multiply–adds: ${rows}`,
    byParams: (rows: string): string => `Accuracy against parameters: ${rows}`,
    losses: (rows: string): string => `Training loss by epoch, at the end: ${rows}`,
    measured: "Measured on the files that ship, by the runtime that ships; one run each, none chosen among several."
  }
};
