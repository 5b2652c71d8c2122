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
    byMacs: "Accuracy against multiply–adds",
    byParams: "Accuracy against parameters",
    losses: "Training loss by epoch",
    learned: "Accuracy by epoch, where it was measured",
    heads: "Accuracy of the auxiliary heads by epoch of theirs",
    head: (network: string, after: string): string => `${network}, after ${after}`,
    headsNote: (network: string, note: string): string => `${network}, auxiliary heads: ${note}`,
    note: (name: string, note: string): string => `${name}: ${note}`,
    settings: "Settings of every run",
    settingsOfOne: "Settings of this run",
    setting: "Setting",
    settingsNote: "In bold, what is not the same in all runs.",
    settingNames: {
      epochs: "epochs",
      batch: "pictures in a batch",
      optimizer: "optimizer",
      lr: "peak rate of the filters",
      lr_rest: "peak rate of everything else",
      weight_decay: "weight decay",
      warm_up: "share of the steps over which the rate rises",
      smoothing: "label smoothing",
      shift: "largest move of a crop, pixels",
      ema: "decay of the averaged weights, per step",
      scenes_per_epoch: "drawn scenes in an epoch",
      take: "only the first so many CIFAR-10 pictures",
      seed: "seed",
      fp32: "without bfloat16",
      fused: "compiled passes",
      threads: "processor threads",
      device: "device",
      torch: "PyTorch",
      minutes: "minutes"
    } as Record<string, string>,
    settingValue: (value: string | number | boolean | null): string =>
      value === null ? "–" : typeof value === "boolean" ? (value ? "yes" : "no") : String(value),
    measured:
      "Measured on the files that ship, by the runtime that ships; one run each. Where another design was run before, a note says so."
  }
};
