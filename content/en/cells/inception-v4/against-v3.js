// The same for V3, side by side. Try another network’s id.
const other = "inception-v3@torchvision";
const v3 = measured(other);
const work = (name, sheet) =>
  blocks(sheet).map(([block, all]) => ({
    name,
    block,
    macs: d3.sum(all, (one) => analysis.total(sheet, one).macs)
  }));

Plot.plot({
  height: 260,
  marginLeft: 90,
  x: {label: "billion multiply–adds", grid: true},
  y: {label: null},
  fy: {label: null},
  marks: [
    Plot.barX([...work("V3", v3), ...work("V4", v4)], {
      x: (d) => d.macs / 1e9,
      y: "name",
      fy: "block",
      fill: "name"
    })
  ],
  color: {range: ["#BBBBBB", "#4477AA"]}
});
