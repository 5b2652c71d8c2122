import {describe, expect, test} from "vitest";
import {
  bestMargin,
  logitGradient,
  rightProbability,
  smoothedLoss,
  smoothTargets
} from "../../src/lib/analysis/label-smoothing.ts";

// The definition, through all logits.
function byHand({classes, epsilon}: {classes: number; epsilon: number}, margin: number): number {
  const logits = [margin, ...Array<number>(classes - 1).fill(0)];
  const sum = logits.reduce((all, logit) => all + Math.exp(logit), 0);
  return logits.reduce((loss, logit, k) => {
    const target = (k === 0 ? 1 - epsilon : 0) + epsilon / classes;
    return loss - target * Math.log(Math.exp(logit) / sum);
  }, 0);
}

describe("label smoothing", () => {
  test("the paper's ε = 0.1 and 1,000 classes give targets of 0.9001 and 0.0001 (§7)", () => {
    const {right, wrong} = smoothTargets({classes: 1000, epsilon: 0.1});
    expect([right, wrong]).toEqual([expect.closeTo(0.9001, 12), expect.closeTo(0.0001, 12)]);
    expect(right + 999 * wrong).toBeCloseTo(1, 12);
  });

  test("smoothedLoss is the cross-entropy over all classes", () => {
    for (const classes of [2, 10, 1000])
      for (const epsilon of [0, 0.1, 0.5])
        for (const margin of [-3, 0, 2, 9])
          expect(smoothedLoss({classes, epsilon}, margin)).toBeCloseTo(byHand({classes, epsilon}, margin), 9);
    expect(smoothedLoss({classes: 1000, epsilon: 0}, 60)).toBeGreaterThan(0); // not rounded away
  });

  test("bestMargin is where the loss is least and the gradient nought: ln 9001 for the paper's", () => {
    const smoothing = {classes: 1000, epsilon: 0.1};
    const best = bestMargin(smoothing);
    expect(best).toBeCloseTo(Math.log(9001), 9);
    expect(logitGradient(smoothing, best)).toBeCloseTo(0, 12);
    for (const aside of [-0.1, 0.1]) expect(smoothedLoss(smoothing, best + aside)).toBeGreaterThan(smoothedLoss(smoothing, best)); // prettier-ignore
    expect(bestMargin({classes: 10, epsilon: 0})).toBe(Infinity);
  });

  test("logitGradient is the slope of the loss along the right logit", () => {
    const smoothing = {classes: 10, epsilon: 0.2};
    for (const margin of [-2, 0, 3, 8]) {
      const slope = (smoothedLoss(smoothing, margin + 1e-5) - smoothedLoss(smoothing, margin - 1e-5)) / 2e-5;
      expect(logitGradient(smoothing, margin)).toBeCloseTo(slope, 6);
    }
    expect(rightProbability(10, 0)).toBeCloseTo(0.1, 12);
  });
});
