/** √(Σ value² / count) of all values of a tensor, whatever its shape, in the values' own unit; summed in double precision. */
export function rootMeanSquare(values: Float32Array): number {
  // Squares of numbers below 1e-19 would vanish in single precision; these are doubles.
  let sum = 0;
  for (const value of values) sum += value * value;
  return Math.sqrt(sum / values.length);
}
