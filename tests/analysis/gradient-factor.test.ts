import {expect, test} from "vitest";
import {firstDeviation, gradientFactor} from "../../src/lib/analysis/gradient-factor.ts";

const inputs = 9 * 16; // 3×3 windows over 16 channels

test("gradientFactor(inputs, deviation): He's weights keep the gradient, Glorot's lose a root of two at each layer", () => {
  expect(gradientFactor(inputs, firstDeviation("he", inputs))).toBeCloseTo(1, 12);
  expect(gradientFactor(inputs, firstDeviation("glorot", inputs))).toBeCloseTo(Math.SQRT1_2, 12);
  expect(gradientFactor(inputs, firstDeviation(0.01, inputs))).toBeCloseTo(0.08485, 5); // √(72 · 10⁻⁴)
});

test("firstDeviation(weights, inputs) is 1/12 by Glorot over 144 inputs", () => {
  expect(firstDeviation("glorot", inputs)).toBeCloseTo(1 / 12, 12);
  expect(firstDeviation(0.01, inputs)).toBe(0.01);
});
