import {eye, fill, flat, inside, mapMarks, mirrored, solid, stroke, type Mark} from "./mark.ts";
import {gait, leg, type LegStyle} from "./leg.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, ellipse, limb, turn, type Path, type Point} from "./path.ts";
import type {Look, Subject} from "./subject.ts";

/** One antler with its tines, rooted at the origin, sweeping up and back (to the left). */
function antler(colour: string): Mark[] {
  const beam: Path = limb(
    [
      [0, 0],
      [-5, -9],
      [-6, -19],
      [0, -29]
    ],
    [3, 2.8, 2.4, 1.2]
  );
  const tines: Path[] = [
    limb(
      [
        [-3, -6],
        [4, -10],
        [6, -15]
      ],
      [2.2, 1.8, 1]
    ),
    limb(
      [
        [-6, -13],
        [1, -18],
        [2.6, -23]
      ],
      [2.2, 1.8, 1]
    ),
    limb(
      [
        [-6, -18],
        [-12, -23],
        [-12, -30]
      ],
      [2.2, 1.8, 1]
    )
  ];
  return [...tines, beam].map((path) => fill(path, colour));
}

/** A deer's head from the side, its neck ending at about (30, -74). */
function head(main: string, accent: string, horns: boolean): Mark[] {
  const skull = blob([
    [25, -78],
    [30, -85],
    [37, -84],
    [44, -77],
    [50.5, -72.5],
    [50.6, -69],
    [45, -67.6],
    [37, -69],
    [28, -71]
  ]);
  const rack = horns
    ? [
        ...mapMarks(antler(shade(accent, 0.25)), [1, 0, 0, 1, 34, -84]),
        ...mapMarks(antler(accent), [1, 0, 0, 1, 30, -84])
      ]
    : [];
  return [
    ...rack.slice(0, 4),
    ...flat(
      limb(
        [
          [31, -83],
          [28, -88],
          [24, -91]
        ],
        [3, 5, 1.4]
      ),
      shade(main, 0.2),
      1
    ),
    ...solid(skull, main, 2),
    inside(skull, fill(ellipse(46, -66, 9, 3.6, 16), tint(main, 0.7))),
    ...rack.slice(4),
    ...flat(
      limb(
        [
          [28, -81],
          [21, -85],
          [14, -86]
        ],
        [3, 6, 1.6]
      ),
      main,
      1
    ),
    fill(
      limb(
        [
          [26, -81.6],
          [21, -84.4],
          [17, -85.4]
        ],
        [1, 2.6, 0.8]
      ),
      "#e8b9a0"
    ),
    ...eye(37, -78.6, 1.8),
    fill(ellipse(50, -71.8, 1.9, 1.6), INK)
  ];
}

function spots(outline: Path, colour: string): Mark[] {
  const places: readonly Point[] = [
    [-24, -53],
    [-16, -56],
    [-8, -52],
    [0, -55],
    [8, -51],
    [-20, -47],
    [-11, -46],
    [-2, -47],
    [-28, -48]
  ];
  return places.map(([x, y]) => inside(outline, fill(ellipse(x, y, 1.7, 1.4), tint(colour, 0.7))));
}

function standing(
  {colours}: Look,
  feet: readonly [number, number, number, number],
  lifts: readonly [number, number, number, number],
  horns: boolean,
  dots: boolean
): Mark[] {
  const {main, accent} = colours;
  const near: LegStyle = {widths: [9, 4, 3.2], colour: main, hoof: INK};
  const far: LegStyle = {...near, colour: shade(main, 0.28)};
  const barrel = blob([
    [-32, -48],
    [-28, -56],
    [-14, -57],
    [4, -55.5],
    [16, -57],
    [23, -52],
    [22, -43],
    [12, -38],
    [-6, -37],
    [-18, -41],
    [-29, -40]
  ]);
  const neck = blob([
    [8, -54],
    [17, -62],
    [23, -76],
    [30, -82],
    [35, -72],
    [30, -60],
    [24, -48],
    [16, -42]
  ]);
  const [a, b, c, d] = feet;
  const [la, lb, lc, ld] = lifts;
  return [
    ...leg([15, -44], [19 + c, -lc], 1 + lc * 0.3, far),
    ...leg([-22, -45], [-19 + d, -ld], -4.5, far),
    ...flat(
      blob([
        [-29, -53],
        [-38, -58],
        [-39, -51],
        [-34, -45]
      ]),
      PAPER,
      1.4
    ),
    ...flat(
      blob([
        [-28, -54],
        [-36, -60],
        [-36, -54]
      ]),
      shade(main, 0.2),
      1
    ),
    ...solid(neck, main, 2.4),
    ...solid(barrel, main, 4),
    inside(barrel, fill(neck, main)),
    inside(
      barrel,
      fill(
        blob([
          [-24, -37],
          [-6, -41],
          [14, -42],
          [24, -38],
          [0, -30]
        ]),
        tint(main, 0.65)
      )
    ),
    inside(neck, fill(ellipse(30, -66, 3.4, 9, 26), tint(main, 0.7))),
    ...(dots ? spots(barrel, main) : []),
    ...head(main, accent, horns),
    ...leg([14, -45], [14 + a, -la], 1 + la * 0.3, near),
    ...leg([-23, -47], [-27 + b, -lb], -5, {...near, widths: [13, 4.4, 3.2]})
  ];
}

/** A stag standing or walking, with antlers. */
function stag(look: Look): Mark[] {
  return standing(look, gait(look.pose, 6), [0, 0, 0, 0], true, false);
}

/** A spotted doe or fawn, without antlers. */
function fawn(look: Look): Mark[] {
  return standing(look, gait(look.pose, 8), [0, 0, 0, 0], false, true);
}

/** A stag in a leap. */
function leaping(look: Look): Mark[] {
  const reach = 8 + look.pose * 14;
  const marks = standing(look, [reach, -reach, reach + 9, -reach - 8], [24, 8, 28, 11], true, false);
  return mapMarks(marks, turn(-12 + look.pose * 16, [0, -48]));
}

/** A stag's head from the front on a slim neck. */
function portrait({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const chest = blob([
    [-24, 0, 0],
    [-20, -16],
    [-12, -34],
    [0, -40],
    [12, -34],
    [20, -16],
    [24, 0, 0]
  ]);
  const face = blob([
    [0, -70],
    [13, -66],
    [15, -54],
    [9, -42],
    [6.5, -33],
    [0, -29.6],
    [-6.5, -33],
    [-9, -42],
    [-15, -54],
    [-13, -66]
  ]);
  const horn: Path[] = [
    limb(
      [
        [6, -66],
        [17, -78],
        [22, -92],
        [15, -106]
      ],
      [4, 3.8, 3, 1.6]
    ),
    limb(
      [
        [15, -76],
        [10, -83],
        [9, -89]
      ],
      [2.8, 2.2, 1.2]
    ),
    limb(
      [
        [20, -84],
        [30, -88],
        [34, -97]
      ],
      [2.8, 2.4, 1.2]
    ),
    limb(
      [
        [22, -93],
        [28, -100],
        [28, -107]
      ],
      [2.4, 2, 1.2]
    )
  ];
  const ear = blob([
    [11, -63, 0.4],
    [22, -70],
    [36, -66, 0.3],
    [26, -58],
    [13, -56, 0.4]
  ]);
  const headMarks: Mark[] = [
    ...mirrored(horn.flatMap((path) => flat(path, accent, 1))),
    ...mirrored([
      ...flat(ear, main, 2),
      fill(
        blob([
          [16, -62],
          [22, -66.4],
          [31, -65],
          [24, -60.4]
        ]),
        "#e8b9a0"
      )
    ]),
    ...solid(face, main, 3),
    inside(face, fill(ellipse(0, -33, 9, 10), tint(main, 0.7))),
    inside(face, fill(ellipse(0, -62, 3.6, 15), shade(main, 0.14), 0.7)),
    ...mirrored([fill(ellipse(8.6, -54.6, 4, 4.6, 20), tint(main, 0.6)), ...eye(8.6, -54.4, 2.9)]),
    fill(
      blob([
        [-4.6, -37.6],
        [0, -39],
        [4.6, -37.6],
        [2, -33.6],
        [0, -33],
        [-2, -33.6]
      ]),
      INK
    ),
    stroke(
      [
        [0, -33],
        [0, -31.4]
      ],
      INK,
      0.9
    )
  ];
  return [
    ...solid(chest, main, 3),
    inside(chest, fill(ellipse(0, -10, 10, 20), second)),
    ...mapMarks(headMarks, turn((pose - 0.5) * 22, [0, -36]))
  ];
}

/** Deer: stag, spotted fawn, leaping stag, stag's head from the front. */
export const deer: Subject = {
  palettes: [
    {main: "#b67a48", second: "#f0dcc0", accent: "#6e4c33"},
    {main: "#96623f", second: "#e9d3b6", accent: "#d8c3a0"},
    {main: "#c9915a", second: "#f6e6cc", accent: "#7a5a3e"},
    {main: "#8a6f5c", second: "#ddcdb9", accent: "#4d3b31"},
    {main: "#a8572f", second: "#f2d9b8", accent: "#5b3a28"}
  ],
  variants: [
    {name: "stag", on: "ground", draw: stag},
    {name: "spotted fawn", on: "ground", draw: fawn},
    {name: "leaping stag", on: "ground", draw: leaping},
    {name: "stag from the front", on: "ground", draw: portrait}
  ]
};
