// A convolution with four output channels, and a BatchNorm behind it.
const picture = tf.randomUniform([1, 12, 12, 3]);
const weights = tf.randomNormal([3, 3, 3, 4]);
const [mean, variance] = [
  tf.randomNormal([4]),
  tf.randomUniform([4], 0.5, 2)
];
const [gamma, beta, epsilon] = [
  tf.randomNormal([4]),
  tf.randomNormal([4]),
  0.001
];

const twoSteps = tf.batchNorm(
  tf.conv2d(picture, weights, 1, "same"),
  mean,
  variance,
  beta,
  gamma,
  epsilon
);

// Fold: the factor goes into the weights, the rest becomes a bias.
const factor = gamma.div(variance.add(epsilon).sqrt());
const folded = {
  weights: weights.mul(factor),
  bias: beta.sub(mean.mul(factor))
};
const oneStep = tf
  .conv2d(picture, folded.weights, 1, "same")
  .add(folded.bias);

({
  largestDifference: twoSteps.sub(oneStep).abs().max().dataSync()[0],
  largestValue: twoSteps.abs().max().dataSync()[0]
});
