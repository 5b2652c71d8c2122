// The best single pair as a column and a row, and the kernel it makes.
const [sigma] = parts.values;
const column = parts.left[0].map((value) => value * Math.sqrt(sigma));
const row = parts.right[0].map((value) => value * Math.sqrt(sigma));
const made = column.map((a) => row.map((b) => a * b));

const cells = made.flatMap((line, y) =>
  line.map((value, x) => ({x, y, value, off: value - kernel[y][x]}))
);
display(
  Plot.plot({
    width: 300,
    aspectRatio: 1,
    axis: null,
    color: {scheme: "PuOr", type: "diverging"},
    marks: [
      Plot.cell(cells, {x: "x", y: "y", fill: "off"}),
      Plot.text(cells, {
        x: "x",
        y: "y",
        text: (d) => d.value.toFixed(1),
        fill: "black",
        stroke: "white"
      })
    ]
  })
);
const n = kernel.length;
({column, row, weights: {square: n * n, pair: 2 * n}});
