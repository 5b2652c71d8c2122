// A picture as digits, from 0 (black) to 9 (white): type your own.
const picture = `
00000000000000
00900000000900
00990000009900
00999999999900
09999999999990
09990999909990
09999999999990
09999900999990
00999999999900
00099999999000
00000000000000`
  .trim()
  .split("\n")
  .map((line) => [...line].map(Number));

// Right minus left: an edge.
const kernel = [
  [-1, 0, 1],
  [-2, 0, 2],
  [-1, 0, 1]
];

const windows = (map, side) =>
  d3
    .range(map.length - side + 1)
    .map((row) =>
      d3
        .range(map[0].length - side + 1)
        .map((column) =>
          map
            .slice(row, row + side)
            .map((line) => line.slice(column, column + side))
        )
    );
const sum = (window) =>
  d3.sum(window.flat(), (value, i) => value * kernel.flat()[i]);
const edges = windows(picture, kernel.length).map((line) =>
  line.map(sum)
);

Plot.plot({
  width: 420,
  aspectRatio: 1,
  axis: null,
  color: {
    scheme: "PuOr",
    legend: false,
    pivot: 0,
    type: "diverging"
  },
  marks: [
    Plot.cell(
      edges.flatMap((line, y) => line.map((value, x) => ({x, y, value}))),
      {x: "x", y: "y", fill: "value"}
    ),
    Plot.text(
      edges.flatMap((line, y) => line.map((value, x) => ({x, y, value}))),
      {x: "x", y: "y", text: "value", fill: "black", stroke: "white"}
    )
  ]
});
