import {fill, flat, inside, mapMarks, solid, stroke, type Mark} from "./mark.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, box, curve, ellipse, polygon, turn, type Path} from "./path.ts";
import type {Look, Subject} from "./subject.ts";

/** The bow wave and the foam along a hull that meets the water at y = 0, from x to x2. */
function foam(x: number, x2: number): Mark[] {
  const length = x2 - x;
  const crest = Array.from({length: 9}, (_, i) => [x - 3 + ((length + 6) * i) / 8, i % 2 === 0 ? 1.4 : -1.6] as const);
  return [
    fill(blob([...crest, [x2 + 6, 4], [x + length / 2, 5.4], [x - 6, 4]]), "#e9f5f6", 0.92),
    stroke(
      [
        [x + 6, 6.8],
        [x + length * 0.4, 7.6],
        [x + length * 0.6, 6.6]
      ],
      "#e9f5f6",
      1.1
    )
  ];
}

function portholes(from: number, to: number, y: number, step: number, colour: string): Mark[] {
  const count = Math.floor((to - from) / step) + 1;
  return Array.from({length: count}, (_, i) => fill(ellipse(from + i * step, y, 1.3), colour));
}

function roll(marks: readonly Mark[], pose: number, hull: [number, number]): Mark[] {
  return [...mapMarks(marks, turn((pose - 0.5) * 7, [0, 0])), ...foam(...hull)];
}

/** A container ship with a stacked load. */
function containerShip({pose, colours, random}: Look): Mark[] {
  const {main, second, accent} = colours;
  const hull: Path = blob([
    [-52, -14, 0],
    [34, -13, 0.2],
    [54, -18, 0],
    [46, -4, 0.6],
    [42, 4, 0],
    [-46, 4, 0.4],
    [-51, -4, 0.6]
  ]);
  const paints = [accent, "#d9694f", "#4f8fb3", "#e5b85c", "#6aa57a", "#d8d4ca", main];
  const load = Array.from({length: 7}, (_, column) => {
    const high = 2 + random.below(3);
    return Array.from({length: high}, (_, row) =>
      flat(box(-24 + column * 8.6, -20.5 - row * 6.4, 8.2, 6, 0.5), random.pick(paints), 1.2)
    ).flat();
  }).flat();
  const marks = [
    ...load,
    ...solid(box(-46, -40, 16, 28, 1.2), PAPER, 2.4),
    ...[-36, -30, -24].map((y) => fill(box(-44, y, 12, 2.4, 0.6), "#4b6b86")),
    fill(box(-49, -42.5, 22, 3.4, 1), second),
    fill(box(-44, -50, 6, 9, 1), accent),
    stroke(
      [
        [-34, -42],
        [-34, -52]
      ],
      shade(second, 0.4),
      1.2
    ),
    ...solid(hull, main, 3.5),
    inside(hull, fill(box(-60, -1.6, 120, 8), accent)),
    inside(hull, fill(box(-60, -14.6, 120, 2), tint(main, 0.4))),
    fill(ellipse(42, -10.5, 1.6), PAPER)
  ];
  return roll(marks, pose, [-48, 43]);
}

/** A sailing boat with two sails; the pose heels it. */
function sailingBoat({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const hull = blob([
    [-36, -9, 0],
    [38, -11, 0],
    [29, -1, 0.6],
    [20, 5, 0.3],
    [-24, 5, 0.3],
    [-32, -1, 0.6]
  ]);
  const sail = blob([
    [3, -78, 0],
    [30 + pose * 4, -36, 0.8],
    [34, -17, 0],
    [3, -15, 0]
  ]);
  const back = blob([
    [-2, -72, 0],
    [-1, -16, 0],
    [-32, -15, 0],
    [-22 - pose * 4, -40, 0.8]
  ]);
  const marks = [
    stroke(
      [
        [0.6, -10],
        [0.6, -82]
      ],
      "#8a6245",
      2.2
    ),
    ...solid(sail, second, 3),
    inside(
      sail,
      fill(
        polygon([
          [-10, -44],
          [60, -44],
          [60, -36],
          [-10, -36]
        ]),
        accent
      )
    ),
    ...solid(back, tint(second, 0.4), 3),
    fill(
      polygon([
        [0.6, -82],
        [0.6, -76],
        [-10, -79.4]
      ]),
      accent
    ),
    stroke(
      [
        [-32, -13],
        [34, -13]
      ],
      "#8a6245",
      1.8
    ),
    ...solid(hull, main, 3),
    inside(hull, fill(box(-50, -8.4, 100, 2), tint(second, 0.3)))
  ];
  return [...mapMarks(marks, turn((pose - 0.5) * 20, [0, 0])), ...foam(-28, 26)];
}

/** An ocean liner with two funnels and rows of portholes. */
function oceanLiner({pose, colours, random}: Look): Mark[] {
  const {main, second, accent} = colours;
  const hull = blob([
    [-54, -15, 0],
    [30, -15, 0.3],
    [56, -20, 0],
    [48, -6, 0.6],
    [42, 4, 0],
    [-42, 4, 0.4],
    [-52, -5, 0.6]
  ]);
  const funnel = (x: number): Mark[] => {
    const path = polygon([
      [x - 2, -32],
      [x + 7, -32],
      [x + 5, -50],
      [x - 4, -50]
    ]);
    return [
      ...solid(path, accent, 1.5),
      inside(path, fill(box(x - 8, -51, 20, 5), INK)),
      inside(path, fill(box(x - 8, -44, 20, 3), PAPER))
    ];
  };
  const puff = (x: number, y: number, r: number): Mark => fill(ellipse(x, y, r * 1.25, r), "#e8e6ea", 0.75);
  const drift = random.between(4, 9);
  const marks = [
    ...[0, 1, 2].map((i) => puff(-8 - i * drift, -54 - i * 4, 3 + i * 1.3)),
    stroke(
      [
        [32, -18],
        [30, -46]
      ],
      shade(second, 0.45),
      1.3
    ),
    stroke(
      [
        [-44, -18],
        [-45, -40]
      ],
      shade(second, 0.45),
      1.3
    ),
    ...funnel(-20),
    ...funnel(-3),
    ...funnel(13).slice(0, random.chance(0.5) ? 5 : 0),
    ...solid(box(-30, -34, 54, 7, 1.4), PAPER, 1.6),
    ...solid(box(-38, -28, 68, 7.5, 1.4), second, 1.6),
    ...solid(box(-44, -21.5, 80, 8, 1.4), PAPER, 1.6),
    ...portholes(-26, 22, -30.8, 5, "#4b6b86"),
    ...portholes(-34, 28, -24.4, 5, "#4b6b86"),
    ...portholes(-40, 34, -18, 5, "#4b6b86"),
    ...solid(hull, main, 3.5),
    inside(hull, fill(box(-60, -0.6, 120, 8), accent)),
    ...portholes(-44, 40, -8.6, 6, "#f7e6a4")
  ];
  return roll(marks, pose, [-46, 43]);
}

/** A tug with a big funnel and a fender of tyres. */
function tug({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const hull = blob([
    [-42, -15, 0],
    [10, -13],
    [44, -25, 0],
    [38, -4, 0.7],
    [30, 5, 0.3],
    [-32, 5, 0.3],
    [-41, -4, 0.7]
  ]);
  const funnel = polygon([
    [-20, -26],
    [-6, -26],
    [-7, -52],
    [-19, -52]
  ]);
  const marks: Mark[] = [
    fill(ellipse(-18, -60, 6, 4.6), "#dedbe2", 0.8),
    fill(ellipse(-28, -66, 8, 5.6), "#dedbe2", 0.65),
    stroke(
      [
        [22, -16],
        [22, -56]
      ],
      "#8a6245",
      1.8
    ),
    fill(
      polygon([
        [22, -56],
        [22, -48],
        [10, -52]
      ]),
      accent
    ),
    ...solid(funnel, accent, 2.4),
    inside(funnel, fill(box(-24, -53, 22, 7), INK)),
    inside(funnel, fill(box(-24, -42, 22, 4), PAPER)),
    ...solid(box(-30, -29, 46, 15, 2), second, 2.4),
    ...solid(box(-3, -44, 22, 18, 2), tint(second, 0.3), 2.4),
    fill(box(-6, -47, 28, 4, 1.6), accent),
    fill(box(0, -40, 7, 8, 1.4), "#5f8fb4"),
    fill(box(9.4, -40, 7, 8, 1.4), "#5f8fb4"),
    ...[-24, -14, -4, 6].map((x) => fill(ellipse(x, -22, 2.3), "#5f8fb4")),
    ...solid(hull, main, 4),
    inside(hull, {
      path: curve([
        [-44, -13],
        [10, -11],
        [46, -22]
      ]),
      stroke: tint(second, 0.3),
      width: 2.4
    }),
    ...[-28, -14, 0, 14].flatMap((x) => [fill(ellipse(x, -4, 4), INK), fill(ellipse(x, -4, 1.8), shade(main, 0.3))])
  ];
  return roll(marks, pose, [-36, 32]);
}

/** Ships: container ship, sailing boat, ocean liner, tug. */
export const ship: Subject = {
  palettes: [
    {main: "#2f4a73", second: "#f1ebdd", accent: "#d5483c"},
    {main: "#b53a34", second: "#f4ead2", accent: "#2e5a88"},
    {main: "#33333f", second: "#efe6d2", accent: "#e08a2e"},
    {main: "#3f8f86", second: "#fbf3e0", accent: "#e9b949"},
    {main: "#f3efe6", second: "#f6d9a8", accent: "#3a6ea5"},
    {main: "#7b4b2e", second: "#f5e7cd", accent: "#c2453b"}
  ],
  variants: [
    {name: "container ship", on: "water", draw: containerShip},
    {name: "sailing boat", on: "water", draw: sailingBoat},
    {name: "ocean liner", on: "water", draw: oceanLiner},
    {name: "tug", on: "water", draw: tug}
  ]
};
