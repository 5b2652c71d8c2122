// The same bill by multiplication alone:
// positions × window × channels in × channels out.
const positions = 28 * 28;
const cost = (kernel, from, to) => positions * kernel ** 2 * from * to;
// From the cell above: change them there.
const {one, reduce3, three, reduce5, five, pool} = widths;

const bill = [
  {branch: "1×1", macs: cost(1, 192, one)},
  {branch: "3×3", macs: cost(1, 192, reduce3) + cost(3, reduce3, three)},
  {branch: "5×5", macs: cost(1, 192, reduce5) + cost(5, reduce5, five)},
  {branch: "pool", macs: cost(1, 192, pool)}
];

display(
  Plot.plot({
    height: 170,
    marginLeft: 60,
    x: {label: "million multiply–adds", grid: true},
    y: {label: null},
    marks: [
      Plot.barX(bill, {
        x: (d) => d.macs / 1e6,
        y: "branch",
        fill: "#4477AA",
        sort: {y: null}
      })
    ]
  })
);

const byHand = d3.sum(bill, (d) => d.macs);
({byHand, byTheSite: analysis.total(sheet).macs});
