// Params against work. Where is the network that is dear and small?
display(
  Plot.plot({
    height: 300,
    marginRight: 170,
    x: {label: "million params", grid: true},
    y: {label: "billion multiply–adds", grid: true},
    marks: [
      Plot.dot(family, {
        x: (d) => d.params / 1e6,
        y: (d) => d.macs / 1e9,
        fill: "#4477AA",
        r: 5
      }),
      Plot.text(family, {
        x: (d) => d.params / 1e6,
        y: (d) => d.macs / 1e9,
        text: "title",
        textAnchor: "start",
        dx: 9
      })
    ]
  })
);

// An ensemble is bought at its full price: networks × crops.
const [v4, resnet] = family.slice(-2);
const crops = 144;
`${d3.format(",.0f")(((3 * resnet.macs + v4.macs) * crops) / 1e9)} billion multiply–adds for one picture`;
