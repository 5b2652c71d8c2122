import {fill, flat, inside, mirrored, solid, stroke, type Mark} from "./mark.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, box, ellipse, polygon, type Path} from "./path.ts";
import type {Look, Subject} from "./subject.ts";
import {wheel} from "./wheel.ts";

const GLASS = "#a9d3e3";

function pane(path: Path): Mark[] {
  return [
    fill(path, GLASS),
    inside(
      path,
      fill(
        polygon([
          [-60, -60],
          [60, -60],
          [60, -34],
          [-60, -22]
        ]),
        PAPER,
        0.35
      )
    )
  ];
}

/** A family saloon from the side. */
function saloon({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-49, -8, 0.5],
    [-50, -19],
    [-44, -23.5, 0.6],
    [-30, -25, 0.4],
    [-19, -37, 0.7],
    [2, -39],
    [14, -36.5, 0.7],
    [26, -25, 0.4],
    [42, -22],
    [49, -16],
    [50, -8, 0.5]
  ]);
  return [
    ...solid(body, main, 5),
    inside(body, fill(box(-60, -10.5, 120, 6), shade(main, 0.35))),
    ...pane(
      blob([
        [-27, -25, 0],
        [-17.5, -34.5, 0.6],
        [-4, -35.8, 0],
        [-4, -25, 0]
      ])
    ),
    ...pane(
      blob([
        [-1, -25, 0],
        [-1, -35.8, 0],
        [11, -34, 0.6],
        [21, -25, 0]
      ])
    ),
    stroke(
      [
        [-2.5, -24],
        [-2.5, -10]
      ],
      shade(main, 0.3),
      0.9
    ),
    fill(box(-9, -21.5, 5, 1.6, 0.8), second),
    fill(box(15, -21.5, 5, 1.6, 0.8), second),
    fill(ellipse(46.5, -17, 3.4, 2.4, 20), "#fff1b8"),
    fill(box(-50, -19.5, 3.6, 5, 1.4), "#d6403a"),
    fill(box(42, -10, 9.5, 3.4, 1.6), second),
    fill(box(-51.5, -10, 9.5, 3.4, 1.6), second),
    inside(body, fill(box(-60, -15, 120, 1.6), accent)),
    ...wheel(-29, -8, 9.4, second, pose),
    ...wheel(30, -8, 9.4, second, pose)
  ];
}

/** A rounded little car from the side. */
function beetle({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-43, -8, 0.4],
    [-43, -18],
    [-33, -28],
    [-24, -38],
    [-6, -46],
    [12, -42],
    [21, -29, 0.7],
    [33, -26],
    [43, -17],
    [44, -8, 0.4]
  ]);
  const fender = (x: number): Mark[] =>
    solid(
      blob([
        [x - 15, -6, 0.2],
        [x - 10, -18],
        [x, -22],
        [x + 10, -18],
        [x + 15, -6, 0.2]
      ]),
      tint(main, 0.08),
      2.5
    );
  return [
    ...solid(body, main, 5),
    ...pane(
      blob([
        [-22, -29, 0],
        [-16, -38, 0.7],
        [-5, -41.5, 0],
        [-5, -29, 0]
      ])
    ),
    ...pane(
      blob([
        [-1, -29, 0],
        [-1, -41.6, 0],
        [10, -38, 0.7],
        [15.5, -29, 0]
      ])
    ),
    fill(box(-1, -24, 6, 1.8, 0.9), second),
    stroke(
      [
        [-3, -28],
        [-3, -9]
      ],
      shade(main, 0.3),
      0.9
    ),
    fill(box(-16, -10, 32, 4, 1.6), accent),
    ...fender(-27),
    ...fender(28),
    fill(ellipse(40, -19.5, 3.2, 3.8, -20), "#fff1b8"),
    fill(ellipse(-42, -17, 2, 2.6), "#d6403a"),
    ...wheel(-27, -8, 8.8, second, pose),
    ...wheel(28, -8, 8.8, second, pose)
  ];
}

/** An open sports car from the side, its driver in. */
function sportsCar({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-50, -7, 0.4],
    [-52, -17],
    [-43, -23],
    [-24, -23, 0.3],
    [-20, -20],
    [8, -20, 0.3],
    [30, -18.5],
    [50, -13],
    [53, -7, 0.4]
  ]);
  const lean = pose * 3;
  return [
    fill(box(-21, -30, 7, 14, 3), shade(accent, 0.3)),
    ...flat(
      blob([
        [-15, -18],
        [-14, -27],
        [-8, -29],
        [-2, -26],
        [0, -18]
      ]),
      second
    ),
    stroke(
      [
        [-6, -25],
        [2, -21],
        [7, -24 + lean / 3]
      ],
      shade(second, 0.15),
      3.4
    ),
    ...flat(ellipse(-8 + lean, -34, 5.4, 6), "#e9b48c"),
    fill(
      blob([
        [-14 + lean, -34, 0],
        [-13 + lean, -40],
        [-7 + lean, -42],
        [-2.5 + lean, -38, 0.3],
        [-6 + lean, -36.5]
      ]),
      "#5b3a29"
    ),
    fill(ellipse(-3.6 + lean, -34.5, 0.8), INK),
    ...solid(body, main, 4.5),
    inside(
      body,
      fill(
        blob([
          [-60, -14],
          [0, -13],
          [60, -9],
          [60, -6.5],
          [0, -9],
          [-60, -10.5]
        ]),
        accent
      )
    ),
    fill(
      polygon([
        [9, -20],
        [11, -20],
        [4.6, -31],
        [2.6, -31]
      ]),
      shade(GLASS, 0.15)
    ),
    stroke(
      [
        [-12, -20],
        [-12, -10]
      ],
      shade(main, 0.3),
      0.8
    ),
    fill(
      blob([
        [42, -15, 0],
        [49, -13, 0.5],
        [49, -10.6],
        [44, -11.5]
      ]),
      "#fff1b8"
    ),
    fill(box(-52, -17, 3, 4, 1.2), "#ffd0c9"),
    ...wheel(-31, -7.6, 9, second, pose),
    ...wheel(33, -7.6, 9, second, pose)
  ];
}

/** A car from the front: two lamps, a grille and a windscreen. */
function front({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const roof = blob([
    [-25, -33, 0.3],
    [-19, -50],
    [0, -53],
    [19, -50],
    [25, -33, 0.3]
  ]);
  const body = blob([
    [-36, -9, 0.4],
    [-37, -24],
    [-30, -33],
    [0, -36],
    [30, -33],
    [37, -24],
    [36, -9, 0.4]
  ]);
  const screen = blob([
    [-21, -33, 0],
    [-16.4, -47, 0.4],
    [0, -49],
    [16.4, -47, 0.4],
    [21, -33, 0]
  ]);
  return [
    ...mirrored([fill(box(20, -16, 13, 16, 3.4), INK), fill(box(35, -38, 7, 5.5, 2), shade(main, 0.2))]),
    ...solid(roof, main, 3),
    ...pane(screen),
    inside(screen, fill(ellipse(9 - pose * 4, -35, 5, 8), shade(GLASS, 0.45))),
    ...solid(body, main, 5),
    inside(
      body,
      stroke(
        [
          [-16, -32],
          [-20, -24]
        ],
        shade(main, 0.2),
        0.9
      )
    ),
    inside(
      body,
      stroke(
        [
          [16, -32],
          [20, -24]
        ],
        shade(main, 0.2),
        0.9
      )
    ),
    fill(box(-17, -24, 34, 7.5, 3), INK),
    ...[-20.4, -22, -18.8].map((y) =>
      stroke(
        [
          [-15, y],
          [15, y]
        ],
        "#8d91a0",
        0.7
      )
    ),
    ...mirrored([
      fill(ellipse(26.5, -23, 6.4, 6), second),
      fill(ellipse(26.5, -23, 4.8, 4.6), "#fff1b8"),
      fill(ellipse(25.4, -24.4, 1.5), PAPER)
    ]),
    ...flat(box(-38, -13, 76, 6.4, 3), second, 2),
    fill(box(-9, -13.4, 18, 5.4, 1), PAPER),
    fill(box(-6.5, -11.8, 13, 2, 0.8), INK),
    fill(ellipse(0, -28.5, 2.2), accent)
  ];
}

/** Automobiles: saloon, round little car, open sports car, car from the front. */
export const automobile: Subject = {
  palettes: [
    {main: "#d9453d", second: "#d9dce3", accent: "#f5e9d3"},
    {main: "#3f7fc1", second: "#dfe3ea", accent: "#f0c24b"},
    {main: "#f2bf3e", second: "#e7e4dd", accent: "#3c3a4a"},
    {main: "#5aa469", second: "#ece6d6", accent: "#f3e7c3"},
    {main: "#f1eee6", second: "#aeb4bf", accent: "#c8553d"},
    {main: "#3b3f52", second: "#b5bac7", accent: "#d7a94b"},
    {main: "#a9b3bd", second: "#e8ecef", accent: "#4a6fa5"}
  ],
  variants: [
    {name: "saloon", on: "ground", draw: saloon},
    {name: "round little car", on: "ground", draw: beetle},
    {name: "open sports car", on: "ground", draw: sportsCar},
    {name: "car from the front", on: "ground", draw: front}
  ]
};
