// How strong is the gradient at each layer of a plain net? Change gain:
// 1 is Glorot's variance, 2 is He's.
const [depth, gain, width] = [16, 1, 64];

const matrix = () =>
  tf.randomNormal([width, width], 0, Math.sqrt(gain / width));
const layers = d3.range(depth).map(matrix);
const x = tf.randomNormal([20, width]);

// Adding nought to each layer's output lets the gradient be read there.
const zeros = layers.map(() => tf.zeros([20, width]));
const loss = (...outs) =>
  layers
    .reduce((h, layer, i) => h.matMul(layer).relu().add(outs[i]), x)
    .square()
    .mean();
const strengths = tf
  .grads(loss)(zeros)
  .map((g) => g.square().mean().sqrt().dataSync()[0]);

Plot.plot({
  height: 220,
  x: {label: "layer", ticks: depth},
  y: {
    type: "log",
    label: "gradient, the last layer’s being 1",
    grid: true
  },
  marks: [
    Plot.line(strengths, {
      x: (_, i) => i + 1,
      y: (s) => s / strengths.at(-1),
      stroke: "#AA3377",
      marker: true
    })
  ]
});
