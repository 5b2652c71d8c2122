/** What can be chosen about batch normalisation's figure; the recording script records all of it. */

/** The network, its normalised layers with the channels that are shown, the batch's scenes, bins of a histogram. */
export const NORM_CHOICES = {
  network: "compact-v1",
  layers: [
    {path: "conv1", channels: [0, 1, 2, 3, 4, 5]},
    {path: "3a/3x3/conv", channels: [0, 1, 2, 3, 4, 5]},
    {path: "4a/3x3/conv", channels: [0, 1, 2, 3, 4, 5]}
  ],
  scenes: ["airliner", "saloon", "songbird", "cat-face", "stag", "walking-dog", "frog-above", "walking-horse"],
  bins: 40,
  batches: [1, 2, 4, 8],
  /** What is shown at first: a layer, the number of one of its channels, how many pictures; and the folded channel. */
  start: {layer: "3a/3x3/conv", channel: 3, batch: 8, folded: 19},
  /** How many training pictures the remembered statistics are measured on. */
  pictures: 2000,
  /** What the network's normalisations add to the variance. */
  eps: 1e-3
} as const;
