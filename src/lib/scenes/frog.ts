import {fill, flat, inside, mapMarks, mirrored, solid, stroke, type Mark} from "./mark.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, ellipse, limb, turn, type Path, type Point} from "./path.ts";
import type {Look, Subject} from "./subject.ts";

/** A bulging eye with a lying pupil. */
function bulge(x: number, y: number, r: number, main: string, iris: string): Mark[] {
  return [
    ...solid(ellipse(x, y, r), main, 1.8),
    fill(ellipse(x, y, r * 0.7), iris),
    fill(ellipse(x, y, r * 0.5, r * 0.34), INK),
    fill(ellipse(x - r * 0.24, y - r * 0.24, r * 0.16), PAPER)
  ];
}

/** A webbed foot with three toes, its ankle at the origin, toes towards +x. */
function toes(colour: string): Mark[] {
  return [-24, 4, 30].flatMap((angle) =>
    mapMarks(
      [
        fill(
          limb(
            [
              [0, 0],
              [9, 0]
            ],
            [3.4, 2.4]
          ),
          colour
        ),
        fill(ellipse(9.6, 0, 2), colour)
      ],
      turn(angle)
    )
  );
}

function foot(x: number, y: number, degrees: number, colour: string, size = 1): Mark[] {
  const [a, b, c, d] = turn(degrees);
  return mapMarks(toes(colour), [a * size, b * size, c * size, d * size, x, y]);
}

function dots(outline: Path, colour: string, places: readonly Point[]): Mark[] {
  return places.map(([x, y], i) =>
    inside(outline, fill(ellipse(x, y, 2.6 - (i % 3) * 0.6, 2 - (i % 2) * 0.4), colour))
  );
}

/** A frog sitting, seen from the front: wide mouth, eyes on top, folded legs. */
function sitting({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const thigh = blob([
    [16, -6],
    [22, -26],
    [36, -30],
    [43, -16],
    [38, -3],
    [24, -1]
  ]);
  const body = blob([
    [-24, -4],
    [-28, -26],
    [-22, -42],
    [0, -48],
    [22, -42],
    [28, -26],
    [24, -4],
    [0, 0]
  ]);
  const head = blob([
    [-31, -36],
    [-25, -48],
    [0, -54],
    [25, -48],
    [31, -36],
    [22, -26],
    [0, -22],
    [-22, -26]
  ]);
  const throat = 4 + pose * 5;
  return [
    ...mirrored([
      ...solid(thigh, main, 3),
      inside(
        thigh,
        fill(
          limb(
            [
              [26, -26],
              [38, -18]
            ],
            [3, 2]
          ),
          accent
        )
      ),
      ...foot(30, -2.4, 4, shade(main, 0.12), 1.3)
    ]),
    ...solid(body, main, 3),
    inside(body, fill(ellipse(0, -10, 17, 20), second)),
    ...mirrored([
      ...flat(
        limb(
          [
            [17, -24],
            [20, -12],
            [13, -3]
          ],
          [8, 7, 5.4]
        ),
        tint(main, 0.06),
        1.2
      ),
      ...foot(12, -2, 10, shade(main, 0.12)),
      ...foot(13, -2, 150, shade(main, 0.12), 0.7)
    ]),
    ...solid(head, main, 3.6),
    inside(
      head,
      fill(
        blob([
          [-30, -33],
          [-16, -31],
          [0, -30],
          [16, -31],
          [30, -33],
          [20, -22],
          [0, -26 + throat],
          [-20, -22]
        ]),
        tint(second, 0.1)
      )
    ),
    stroke(
      [
        [-27, -36],
        [-16, -32.6],
        [0, -31.4],
        [16, -32.6],
        [27, -36]
      ],
      shade(main, 0.6),
      1.5
    ),
    ...mirrored([fill(ellipse(3, -41, 0.9, 1.2), shade(main, 0.6)), ...bulge(16.5, -53, 9.4, main, accent)]),
    ...dots(head, shade(main, 0.28), [
      [-6, -49],
      [5, -50],
      [0, -46]
    ])
  ];
}

/** A frog from the side, sitting or pushing off. */
function side({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-36, -8],
    [-30, -20],
    [-12, -32],
    [8, -38],
    [26, -38],
    [39, -30],
    [40, -23],
    [28, -15],
    [10, -6],
    [-14, -1],
    [-32, -1]
  ]);
  const thigh = blob([
    [-36, -5],
    [-32, -20],
    [-16, -25],
    [-2, -18],
    [-8, -7],
    [-22, -2]
  ]);
  return [
    ...flat(
      limb(
        [
          [20, -16],
          [28, -8],
          [27, -2]
        ],
        [8, 6, 4]
      ),
      shade(main, 0.28),
      1
    ),
    ...foot(28, -2, 2, shade(main, 0.35), 0.9),
    ...bulge(23, -39, 6, shade(main, 0.12), shade(accent, 0.15)),
    ...solid(body, main, 4),
    inside(
      body,
      fill(
        blob([
          [44, -26],
          [26, -24],
          [10, -14],
          [-20, -3],
          [0, 6],
          [44, -6]
        ]),
        second
      )
    ),
    ...dots(body, shade(main, 0.28), [
      [-14, -26],
      [-4, -30],
      [6, -32],
      [-22, -20],
      [0, -23]
    ]),
    stroke(
      [
        [40, -25.6],
        [30, -25],
        [21, -27]
      ],
      shade(main, 0.6),
      1.4
    ),
    fill(ellipse(36, -31, 0.9, 0.8), shade(main, 0.6)),
    ...bulge(27, -38, 7, main, accent),
    ...flat(
      limb(
        [
          [13, -16],
          [19, -7],
          [15, -2]
        ],
        [9, 6.6, 4.4]
      ),
      main,
      1.2
    ),
    ...foot(16, -2, 2, shade(main, 0.15), 1),
    ...solid(thigh, tint(main, 0.05), 2.6),
    inside(
      thigh,
      fill(
        limb(
          [
            [-28, -18],
            [-12, -16]
          ],
          [2.4, 2]
        ),
        accent
      )
    ),
    ...flat(
      limb(
        [
          [-32, -5],
          [-18, -3],
          [-6, -2.4]
        ],
        [5, 5, 4]
      ),
      shade(main, 0.1),
      1
    ),
    ...foot(-7 + pose * 3, -2.2, 0, shade(main, 0.15), 1.2)
  ];
}

/** A frog in a leap, its legs stretched out behind. */
function leaping({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const kick = pose * 10;
  const body = blob([
    [-24, 6],
    [-14, -6],
    [4, -15],
    [22, -17],
    [36, -11],
    [39, -4],
    [28, 5],
    [8, 13],
    [-14, 13]
  ]);
  const hind = (dy: number, tone: string): Mark[] => [
    ...flat(
      limb(
        [
          [-14, 4 + dy],
          [-30, -4 + dy],
          [-38, 8 + dy]
        ],
        [12, 9, 6]
      ),
      tone,
      1.8
    ),
    ...flat(
      limb(
        [
          [-38, 8 + dy],
          [-48 - kick, 4 + dy + kick],
          [-58 - kick, 12 + dy + kick]
        ],
        [6, 5, 3.6]
      ),
      tone,
      1.4
    ),
    ...foot(-58 - kick, 12 + dy + kick, 160, shade(tone, 0.12), 1.2)
  ];
  const fore = (dx: number, tone: string): Mark[] => [
    ...flat(
      limb(
        [
          [18 + dx, 4],
          [28 + dx, 14],
          [40 + dx, 12 - kick * 0.4]
        ],
        [7, 5.4, 3.6]
      ),
      tone,
      1.2
    ),
    ...foot(40 + dx, 12 - kick * 0.4, -6, shade(tone, 0.12), 0.9)
  ];
  const marks = [
    ...hind(-5, shade(main, 0.26)),
    ...fore(5, shade(main, 0.26)),
    ...bulge(21, -18, 5.4, shade(main, 0.12), shade(accent, 0.15)),
    ...solid(body, main, 3.6),
    inside(
      body,
      fill(
        blob([
          [42, -5],
          [24, -1],
          [4, 6],
          [-22, 10],
          [0, 22],
          [42, 10]
        ]),
        second
      )
    ),
    ...dots(body, shade(main, 0.28), [
      [-10, -2],
      [0, -8],
      [10, -11],
      [-4, 3],
      [8, -4]
    ]),
    stroke(
      [
        [39, -5],
        [30, -4],
        [22, -6]
      ],
      shade(main, 0.6),
      1.3
    ),
    ...bulge(25, -17, 6.4, main, accent),
    ...hind(2, main),
    ...fore(-2, main)
  ];
  return mapMarks(marks, turn(-22 + pose * 16));
}

/** A frog from above, legs spread. */
function above({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const spread = pose * 9;
  const body = blob([
    [0, -36],
    [13, -32],
    [19, -18],
    [20, 2],
    [14, 20],
    [0, 27],
    [-14, 20],
    [-20, 2],
    [-19, -18],
    [-13, -32]
  ]);
  const legs: Mark[] = [
    ...flat(
      limb(
        [
          [12, 18],
          [27 + spread, 6],
          [34 + spread, 10]
        ],
        [13, 11, 7]
      ),
      main,
      2
    ),
    ...flat(
      limb(
        [
          [34 + spread, 9],
          [22 + spread * 0.6, 24],
          [22 + spread, 34]
        ],
        [7, 6.4, 4.4]
      ),
      main,
      1.6
    ),
    ...foot(22 + spread, 35, 62, shade(main, 0.12), 1.3),
    ...flat(
      limb(
        [
          [15, -18],
          [29, -14],
          [30 + spread * 0.3, -28]
        ],
        [8, 6, 4]
      ),
      main,
      1.4
    ),
    ...foot(30 + spread * 0.3, -28, -66, shade(main, 0.12), 1.05)
  ];
  const marks = [
    ...mirrored(legs),
    ...solid(body, main, 3),
    ...mirrored([
      inside(
        body,
        stroke(
          [
            [7, -24],
            [9, 0],
            [4, 26]
          ],
          second,
          2.4
        )
      )
    ]),
    ...dots(body, shade(main, 0.3), [
      [0, -16],
      [-2, -4],
      [3, 7],
      [-13, -4],
      [13, -8],
      [-11, 10],
      [11, 9],
      [0, 17]
    ]),
    ...mirrored(bulge(11, -27, 6, tint(main, 0.08), accent)),
    ...mirrored([fill(ellipse(2, -33.6, 0.7), shade(main, 0.6))])
  ];
  return mapMarks(marks, turn(pose * 60 - 20));
}

/** Frogs: sitting from the front, from the side, leaping, from above. */
export const frog: Subject = {
  palettes: [
    {main: "#6cae45", second: "#eef0b4", accent: "#f2b632"},
    {main: "#3f8f57", second: "#d9e6b0", accent: "#e4563f"},
    {main: "#9a8b4a", second: "#efe2bb", accent: "#d9a23a"},
    {main: "#86b83c", second: "#fbf3c8", accent: "#e57f34"},
    {main: "#4e9aa0", second: "#e3efdc", accent: "#f3d14f"},
    {main: "#8a6a45", second: "#e6d3ae", accent: "#e0b13c"}
  ],
  variants: [
    {name: "sitting, from the front", on: "ground", draw: sitting},
    {name: "sitting, from the side", on: "ground", draw: side},
    {name: "leaping", on: "air", draw: leaping},
    {name: "from above", on: "air", draw: above}
  ]
};
