// GoogLeNet's bill, split by how it grows when all layers get wider.
const {net, input} = nets.network("googlenet@bvlc");
const sheet = analysis.measure(spec.flatten(net()), input);
const growth = analysis.widthGrowth(sheet);
const factors = d3.range(0.25, 3.01, 0.25);

display(growth);
Plot.plot({
  height: 260,
  x: {label: "times as wide"},
  y: {label: "times the work", grid: true},
  marks: [
    Plot.ruleY([0]),
    Plot.line(factors, {
      x: (f) => f,
      y: (f) => f,
      strokeDasharray: "2,3"
    }),
    Plot.line(factors, {
      x: (f) => f,
      y: (f) =>
        analysis.costAt(growth.macs, f) / analysis.costAt(growth.macs, 1),
      stroke: "#4477AA",
      strokeWidth: 2,
      marker: true
    })
  ]
});
