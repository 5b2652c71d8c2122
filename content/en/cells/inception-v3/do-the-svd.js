// A kernel is as many (n×1)(1×n) pairs as it has singular values.
const kernel = [
  [0, 1, 2, 1, 0],
  [1, 3, 5, 3, 1],
  [2, 5, 9, 5, 2],
  [1, 3, 5, 3, 1],
  [0, 1, 2, 1, 0]
];
const parts = analysis.svd(kernel);

// What is missing if only the first pairs are kept, in percent.
parts.values.map((value, i) => ({
  pairs: i + 1,
  singularValue: value,
  missing: 100 * analysis.errorLeft(parts.values, i + 1)
}));
