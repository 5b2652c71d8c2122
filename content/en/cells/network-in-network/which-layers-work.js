// Nine convolutions, six of them 1×1: who does the work?
const {net, input} = nets.network("nin@cifar10");
const sheet = analysis.measure(spec.flatten(net()), input);
const layers = sheet.rows
  .filter(({op}) => op.kind === "conv")
  .map(({path, op, macs, params}) => ({
    path,
    side: op.kernel[0],
    macs,
    params
  }));

display(
  Plot.plot({
    height: 260,
    marginLeft: 110,
    x: {label: "million multiply–adds", grid: true},
    y: {label: null},
    marks: [
      Plot.barX(layers, {
        x: (d) => d.macs / 1e6,
        y: "path",
        fill: (d) => (d.side === 1 ? "#4477AA" : "#EE6677"),
        sort: {y: null}
      })
    ]
  })
);
const ones = d3.sum(
  layers.filter(({side}) => side === 1),
  (d) => d.macs
);
`1×1 layers: ${d3.format(".1%")(ones / d3.sum(layers, (d) => d.macs))} of the work`;
