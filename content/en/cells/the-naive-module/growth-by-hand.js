// The chapter’s formula against the count above.
const made = widths["1x1"] + widths["3x3"] + widths["5x5"];
const perChannel = widths["1x1"] + 9 * widths["3x3"] + 25 * widths["5x5"];
const byFormula = d3
  .range(height)
  .map((i) => 28 * 28 * (192 + i * made) * perChannel);

display(
  Plot.plot({
    height: 240,
    x: {label: "module", ticks: height},
    y: {label: "billion multiply–adds so far", grid: true},
    marks: [
      Plot.line(
        d3.cumsum(modules, (d) => d.macs),
        {
          x: (_, i) => i + 1,
          y: (sum) => sum / 1e9,
          stroke: "#EE6677",
          marker: true
        }
      )
    ]
  })
);
({same: modules.every(({macs}, i) => macs === byFormula[i]), byFormula});
