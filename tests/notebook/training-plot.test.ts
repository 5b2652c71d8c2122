import {describe, expect, it} from "vitest";
import {FRAME, trainingPlot} from "../../src/components/figures/training-plot.ts";

const curve = [
  {epoch: 1, train_loss: 1.8},
  {epoch: 2, train_loss: 1.2, cifar10_test_top1: 64},
  {epoch: 4, train_loss: 0.7, cifar10_test_top1: 90}
];

describe("trainingPlot(results)", () => {
  it("ends the scales at halves of the loss and at tens of the accuracy below the curve", () => {
    const plot = trainingPlot({curve, epochs: 4})!;
    expect([plot.loss.low, plot.loss.high, plot.top1.low]).toEqual([0.5, 2, 60]);
  });

  it("draws every epoch's loss, and accuracies where they were measured", () => {
    const plot = trainingPlot({curve, epochs: 4})!;
    expect(plot.loss.points.split(" ")).toHaveLength(3);
    expect(plot.top1.dots.map(({epoch, top1}) => [epoch, top1])).toEqual([
      [2, 64],
      [4, 90]
    ]);
    expect(plot.top1.dots[1]!.x).toBe(FRAME.width - FRAME.right);
    expect(plot.top1.dots[1]!.y).toBeLessThan(plot.top1.dots[0]!.y);
  });

  it("is undefined for a run that has hardly begun", () => {
    expect(trainingPlot({curve: curve.slice(0, 1), epochs: 4})).toBeUndefined();
  });
});
