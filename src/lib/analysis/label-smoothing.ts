/** Label smoothing (Szegedy et al. 2015, §7): the loss of a classifier whose target is not quite certain. */

/** So many classes, and the part of the target that is spread evenly over all of them. */
export interface Smoothing {
  classes: number;
  /** From 0 (one class is all) to below 1. */
  epsilon: number;
}

/** The target of the right class and of each other: 1 − ε + ε/K and ε/K. */
export function smoothTargets({classes, epsilon}: Smoothing): {right: number; wrong: number} {
  return {right: 1 - epsilon + epsilon / classes, wrong: epsilon / classes};
}

/** Probability of the right class after softmax, when its logit is higher by `margin` than all others, which are equal. */
export function rightProbability(classes: number, margin: number): number {
  return 1 / (1 + (classes - 1) * Math.exp(-margin));
}

/** Cross-entropy against the smoothed target at a margin, in nats. */
export function smoothedLoss(smoothing: Smoothing, margin: number): number {
  const {right, wrong} = smoothTargets(smoothing);
  const others = smoothing.classes - 1;
  // ln p of the right class and of another, without rounding p to 1.
  const logRight = -Math.log1p(others * Math.exp(-margin));
  return -(right * logRight + others * wrong * (logRight - margin));
}

/** The margin at which the loss is least: ln(right / wrong); infinite without smoothing. */
export function bestMargin(smoothing: Smoothing): number {
  const {right, wrong} = smoothTargets(smoothing);
  return wrong === 0 ? Infinity : Math.log(right / wrong);
}

/** How the loss changes with the right class's logit: its probability less its target. */
export function logitGradient(smoothing: Smoothing, margin: number): number {
  return rightProbability(smoothing.classes, margin) - smoothTargets(smoothing).right;
}
