import {eye, fill, flat, inside, mapMarks, solid, stroke, type Mark} from "./mark.ts";
import {gait, leg, type LegStyle} from "./leg.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, ellipse, limb, turn, type Point} from "./path.ts";
import type {Look, Subject} from "./subject.ts";

/** A horse's head seen from the side, its poll at about (33, -86), with ear, eye, nostril and blaze. */
function head(main: string, accent: string): Mark[] {
  const skull = blob([
    [30, -84],
    [36, -90.5],
    [43, -87],
    [50, -77],
    [57, -67.5],
    [56, -62],
    [50, -60.6],
    [44, -66],
    [36, -70],
    [30, -75]
  ]);
  return [
    ...flat(
      blob([
        [37, -88, 0.4],
        [38.6, -98, 0.2],
        [42, -87, 0.4]
      ]),
      shade(main, 0.15),
      1
    ),
    ...solid(skull, main, 2.6),
    inside(skull, fill(ellipse(56, -62, 8, 6.4, 40), shade(accent, 0.1), 0.55)),
    inside(
      skull,
      fill(
        blob([
          [44, -90],
          [48, -84],
          [58, -70],
          [56, -73],
          [47, -79],
          [42, -86]
        ]),
        PAPER,
        0.9
      )
    ),
    ...flat(
      blob([
        [32, -86, 0.4],
        [33, -98, 0.2],
        [38.4, -88, 0.4]
      ]),
      main,
      1
    ),
    ...eye(41.6, -79.6, 1.9),
    fill(ellipse(54, -65, 1, 1.4, 30), INK),
    stroke(
      [
        [50, -62.4],
        [53, -62],
        [55.4, -62.8]
      ],
      shade(main, 0.5),
      0.8
    )
  ];
}

const NECK: readonly Point[] = [
  [12, -56],
  [20, -66],
  [27, -80],
  [34, -87],
  [42, -76],
  [38, -64],
  [31, -48],
  [22, -40],
  [10, -44]
];
const BARREL: readonly Point[] = [
  [-36, -48],
  [-32, -58],
  [-22, -61],
  [-8, -57.5],
  [8, -58.5],
  [20, -59],
  [30, -52],
  [29, -42],
  [18, -35],
  [-4, -33],
  [-20, -36],
  [-33, -38]
];

function mane(colour: string, lift: number): Mark[] {
  const hair = blob([
    [41, -92],
    [34, -95],
    [26, -90 - lift],
    [18 - lift, -78 - lift],
    [8 - lift, -64],
    [8, -56, 0.4],
    [15, -61, 0.4],
    [17, -66, 0.3],
    [21, -68, 0.4],
    [23, -76, 0.3],
    [27, -78, 0.4],
    [30, -84],
    [37, -88, 0.4]
  ]);
  return flat(hair, colour, 2);
}

function standing(
  look: Look,
  feet: readonly [number, number, number, number],
  lifts: readonly [number, number, number, number],
  hair: number
): Mark[] {
  const {main, second, accent} = look.colours;
  const near: LegStyle = {widths: [13, 6, 5], colour: main, hoof: shade(accent, 0.3)};
  const far: LegStyle = {...near, colour: shade(main, 0.25)};
  const [a, b, c, d] = feet;
  const [la, lb, lc, ld] = lifts;
  const neck = blob(NECK);
  const barrel = blob(BARREL);
  const tail = limb(
    [
      [-33, -55],
      [-43, -53 - hair],
      [-49 - hair, -38 - hair],
      [-48 - hair * 1.6, -18 - hair * 1.4]
    ],
    [5, 8, 11, 4]
  );
  return [
    ...leg([20, -42], [24 + c, -lc], 1 + lc * 0.35, far),
    ...leg([-24, -44], [-22 + d, -ld], -4, far),
    ...flat(tail, second, 2.4),
    ...solid(neck, main, 3),
    ...solid(barrel, main, 5),
    inside(barrel, fill(neck, main)),
    inside(barrel, fill(ellipse(-26, -51, 8, 5, -30), tint(main, 0.3), 0.5)),
    ...mane(second, hair),
    ...head(main, second),
    ...leg([19, -43], [19 + a, -la], 1 + la * 0.35, near),
    ...leg([-26, -46], [-30 + b, -lb], -4, {...near, widths: [16, 6.6, 5]})
  ];
}

/** A horse walking. */
function walking(look: Look): Mark[] {
  const [a, b, c, d] = gait(look.pose, 9);
  return standing(look, [a, b, c, d], [0, 0, 0, 0], 0);
}

/** A horse in gallop, mane and tail flying. */
function galloping(look: Look): Mark[] {
  const reach = 10 + look.pose * 18;
  const marks = standing(look, [reach, -reach, reach + 9, -reach + 9], [16, 8, 22, 4], 5);
  return mapMarks(marks, turn(-6 + look.pose * 8, [0, -40]));
}

/** A horse grazing, its neck lowered. */
function grazing(look: Look): Mark[] {
  const {main, second, accent} = look.colours;
  const dip = look.pose * 12;
  const near: LegStyle = {widths: [13, 6, 5], colour: main, hoof: shade(accent, 0.3)};
  const far: LegStyle = {...near, colour: shade(main, 0.25)};
  const barrel = blob(BARREL);
  const neck = blob([
    [10, -58],
    [22, -59],
    [34, -50],
    [45, -36],
    [51, -24],
    [44, -18],
    [36, -26],
    [28, -38],
    [14, -40]
  ]);
  const hair = blob([
    [10, -60],
    [24, -62],
    [38, -53],
    [50, -36],
    [55, -26, 0.3],
    [49, -27],
    [42, -38],
    [32, -49],
    [18, -56]
  ]);
  const lowered = [
    ...solid(neck, main, 3),
    ...flat(hair, second, 2),
    ...mapMarks(head(main, second), turn(54, [36, -80]))
  ];
  const placed = mapMarks(lowered.slice(5), [1, 0, 0, 1, 10, 55]);
  return [
    ...leg([20, -42], [27, 0], 1, far),
    ...leg([-24, -44], [-20, 0], -4, far),
    ...flat(
      limb(
        [
          [-33, -55],
          [-42, -50],
          [-45, -32],
          [-43, -14]
        ],
        [5, 8, 10, 4]
      ),
      second,
      2.4
    ),
    ...mapMarks([...lowered.slice(0, 5), ...placed], turn(6 - dip, [16, -48])),
    ...solid(barrel, main, 5),
    ...leg([19, -43], [16, 0], 1, near),
    ...leg([-26, -46], [-31, 0], -4, {...near, widths: [16, 6.6, 5]})
  ];
}

/** A horse's head and neck from the side, large. */
function portrait({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const neck = blob([
    [-34, 0, 0],
    [-32, -24],
    [-20, -52],
    [-4, -76],
    [8, -78],
    [16, -58],
    [16, -36],
    [24, -16],
    [30, 0, 0]
  ]);
  const skull = blob([
    [-6, -72],
    [2, -85],
    [14, -84],
    [26, -68],
    [40, -48],
    [42, -38],
    [36, -32],
    [27, -35],
    [18, -44],
    [4, -48],
    [-6, -58]
  ]);
  const hair = blob([
    [12, -92, 0.4],
    [-2, -90],
    [-16, -76],
    [-32, -50],
    [-46, -20],
    [-44, -4, 0.2],
    [-36, -14, 0.2],
    [-34, -2, 0.2],
    [-27, -18, 0.3],
    [-22, -28, 0.3],
    [-18, -24, 0.3],
    [-12, -46],
    [-6, -62],
    [4, -78]
  ]);
  const skullMarks: Mark[] = [
    ...flat(
      blob([
        [4, -82, 0.3],
        [9, -102, 0.2],
        [14, -83, 0.3]
      ]),
      shade(main, 0.2),
      1.5
    ),
    ...solid(skull, main, 4),
    inside(skull, fill(ellipse(39, -37, 13, 10, 40), shade(second, 0.1), 0.5)),
    inside(
      skull,
      fill(
        blob([
          [14, -88],
          [22, -78],
          [44, -50],
          [40, -53],
          [26, -62],
          [15, -76]
        ]),
        PAPER,
        0.92
      )
    ),
    ...eye(12, -66, 3.2),
    stroke(
      [
        [8.4, -69.6],
        [12, -71],
        [16, -68.6]
      ],
      shade(main, 0.5),
      1.2
    ),
    fill(ellipse(37, -41, 1.6, 2.4, 30), INK),
    stroke(
      [
        [28, -36],
        [33, -35.4],
        [37.6, -36.4]
      ],
      shade(main, 0.5),
      1.2
    ),
    ...flat(
      blob([
        [-4, -80, 0.3],
        [0, -101, 0.2],
        [8, -84, 0.3]
      ]),
      main,
      1.5
    ),
    stroke(
      [
        [-5, -60],
        [8, -56],
        [20, -44]
      ],
      accent,
      2
    ),
    stroke(
      [
        [17, -80],
        [21, -62],
        [19, -45]
      ],
      accent,
      2
    ),
    stroke(
      [
        [30, -63],
        [29, -48],
        [25, -37]
      ],
      accent,
      2
    )
  ];
  return [...solid(neck, main, 4), ...flat(hair, second, 3), ...mapMarks(skullMarks, turn(pose * 24 - 10, [2, -66]))];
}

/** Horses: walking, galloping, grazing, and head with neck. */
export const horse: Subject = {
  palettes: [
    {main: "#a5643a", second: "#3d2a2a", accent: "#57423a"},
    {main: "#6b4331", second: "#2c2229", accent: "#3c3036"},
    {main: "#ece6da", second: "#c9bda8", accent: "#75685c"},
    {main: "#d9a45f", second: "#f3e7cb", accent: "#6d523c"},
    {main: "#4a4350", second: "#26222c", accent: "#2c2731"},
    {main: "#a3a1a8", second: "#5e5b66", accent: "#4b4852"}
  ],
  variants: [
    {name: "walking", on: "ground", draw: walking},
    {name: "galloping", on: "ground", draw: galloping},
    {name: "grazing", on: "ground", draw: grazing},
    {name: "head and neck", on: "ground", draw: portrait}
  ]
};
