// TensorFlow.js on the same picture and kernel, without padding.
// It wants [batch, height, width, channels] and [k, k, in, out].
const input = tf.tensor(picture).expandDims(0).expandDims(-1);
const weights = tf.tensor(kernel).expandDims(-1).expandDims(-1);
const answer = tf.conv2d(input, weights, 1, "valid");
const same = tf.tensor(edges).sub(answer.squeeze()).abs().max();

// The bill: one product for each weight at each position.
const {macs} = analysis.layerCost({
  height: edges.length,
  width: edges[0].length,
  kernel: kernel.length,
  in: 1,
  out: 1
});
({shape: answer.shape, largestDifference: same.dataSync()[0], macs});
