/** What can be chosen about the descents with and without clipping. */

/** The rate and the most steps of a descent; thresholds and first weights to choose from; what is shown at first. */
export const CLIP_CHOICES = {
  rate: 4,
  steps: 60,
  thresholds: [0.02, 0.05, 0.1, 0.5, 1],
  starts: [4.5, 5.5, 6.5],
  start: {threshold: 0.02, weight: 6.5}
} as const;
