/** Labels of batch normalisation, step by step. */
export const normStrings = {
  en: {
    title: "Batch normalisation of one channel, step by step",
    layer: "After",
    layers: {conv1: "conv1", "3a/3x3/conv": "3a, 3×3", "4a/3x3/conv": "4a, 3×3"},
    channel: "Channel",
    mode: "Statistics",
    modes: {train: "of the batch (training)", inference: "remembered (inference)"},
    batch: "Pictures in the batch",
    steps: {
      output: "what the convolution gives",
      centred: "− mean",
      divided: "÷ deviation",
      scaled: "× γ",
      shifted: "+ β, on to the ReLU"
    },
    moments: (mean: string, deviation: string): string => `mean ${mean}, deviation ${deviation}`,
    used: {
      train: (mean: string, deviation: string): string => `Mean and deviation of this batch: ${mean} and ${deviation}.`,
      inference: (mean: string, deviation: string): string =>
        `Mean and deviation remembered from training: ${mean} and ${deviation}.`
    },
    learned: (gamma: string, beta: string): string => `Learned: γ = ${gamma}, β = ${beta}.`,
    cut: (share: string): string => `ReLU: nought for ${share} %`,
    key: {batch: "all pictures of the batch", first: "its first picture"},
    company: "The mean of the first picture, after all five steps",
    companyOf: (count: number): string => (count === 1 ? "alone" : `with ${count - 1} other${count === 2 ? "" : "s"}`),
    remembered: "remembered",
    drawing: (layer: string, channel: number, rows: string): string =>
      `Histograms of channel ${channel} after ${layer}, on one axis. ${rows}`,
    row: (step: string, mean: string, deviation: string): string => `${step}: mean ${mean}, deviation ${deviation}.`,
    try: "Put a picture of yours first",
    recorded: (scenes: number, network: string): string =>
      `Recorded from ${scenes} drawn scenes with the weights of ${network}.`,
    live: (milliseconds: string, backend: string): string =>
      `The first picture is yours: run here in ${milliseconds} ms, ${backend}; its values are exact to 1/255 of their range.`,
    columns: ["step", "bin from", "bin to", "batch", "first picture"]
  }
} as const;
