// How a map grows on its way past many blocks, by the residuals’ scale.
const [depth, width, batch] = [30, 32, 64];
const random = (rows, columns) =>
  tf.randomNormal([rows, columns], 0, Math.sqrt(2 / rows));
const weights = d3
  .range(depth)
  .map(() => [random(width, width), random(width, width)]);
const start = tf.randomNormal([batch, width]);

const sizes = (scale) => {
  let x = start;
  return weights.map(([one, two], i) => {
    x = x.add(x.matMul(one).relu().matMul(two).mul(scale)).relu();
    return {
      scale: String(scale),
      block: i + 1,
      size: x.square().mean().sqrt().dataSync()[0]
    };
  });
};

Plot.plot({
  height: 260,
  marginRight: 40,
  x: {label: "block"},
  y: {
    type: "log",
    label: "size of the map (root mean square)",
    grid: true
  },
  marks: [
    Plot.line([1, 0.3, 0.1].flatMap(sizes), {
      x: "block",
      y: "size",
      z: "scale",
      stroke: "scale",
      strokeWidth: 2
    }),
    Plot.text(
      [1, 0.3, 0.1].map((scale) => sizes(scale).at(-1)),
      {x: "block", y: "size", text: "scale", textAnchor: "start", dx: 6}
    )
  ],
  color: {range: ["#66CCEE", "#4477AA", "#AA3377"]}
});
