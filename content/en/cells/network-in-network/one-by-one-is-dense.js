// A 1×1 convolution is a dense layer at every place: try it.
const map = tf.randomNormal([1, 8, 8, 12]); // N×H×W×C
const weights = tf.randomNormal([12, 5]);

const convolved = tf.conv2d(
  map,
  weights.reshape([1, 1, 12, 5]),
  1,
  "same"
);
const dense = map.reshape([64, 12]).matMul(weights).reshape([1, 8, 8, 5]);

// An mlpconv: a window, then two layers of 1×1, a ReLU after each.
const window = tf.randomNormal([3, 3, 12, 16]);
const mlp = [
  tf.randomNormal([1, 1, 16, 16]),
  tf.randomNormal([1, 1, 16, 5])
];
const mlpconv = [window, ...mlp].reduce(
  (x, w) => tf.conv2d(x, w, 1, "same").relu(),
  map
);

({
  largestDifference: convolved.sub(dense).abs().max().dataSync()[0],
  mlpconv: mlpconv.shape
});
