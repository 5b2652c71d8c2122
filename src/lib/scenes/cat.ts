import {fill, flat, inside, mapMarks, mirrored, solid, stroke, type Mark} from "./mark.ts";
import {gait, leg, type LegStyle} from "./leg.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, chain, ellipse, limb, move, scale, turn, type Path} from "./path.ts";
import type {Look, Subject} from "./subject.ts";

const PINK = "#e79a95";

/** An eye with an upright slit. */
function slit(x: number, y: number, r: number, iris: string): Mark[] {
  return [
    fill(ellipse(x, y, r, r * 1.06), shade(iris, 0.55)),
    fill(ellipse(x, y, r * 0.86, r * 0.92), iris),
    fill(ellipse(x, y, r * 0.34, r * 0.84), INK),
    fill(ellipse(x - r * 0.3, y - r * 0.4, r * 0.24), PAPER)
  ];
}

/** A cat's head from the front round the origin, about 46 wide: pointed ears, whiskers, stripes on the brow. */
function face({colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const skull = blob([
    [0, -17],
    [13, -16],
    [22, -5],
    [23, 6],
    [14, 16],
    [0, 19],
    [-14, 16],
    [-23, 6],
    [-22, -5],
    [-13, -16]
  ]);
  const ear = blob([
    [6, -15, 0.3],
    [18, -32, 0.15],
    [22.6, -3, 0.3]
  ]);
  const whiskers = [-2, 3, 8].map((y) =>
    stroke(
      [
        [10, 7 + y * 0.2],
        [22, 5 + y * 0.8],
        [32, 4 + y * 1.4]
      ],
      tint(second, 0.6),
      0.8
    )
  );
  return [
    ...mirrored([
      ...flat(ear, main, 2),
      fill(
        blob([
          [11, -16, 0.3],
          [17.4, -26, 0.15],
          [19, -8, 0.3]
        ]),
        PINK
      )
    ]),
    ...solid(skull, main, 3.4),
    inside(
      skull,
      fill(
        blob([
          [0, -3],
          [6, 4],
          [17, 8],
          [12, 20],
          [-12, 20],
          [-17, 8],
          [-6, 4]
        ]),
        tint(second, 0.15)
      )
    ),
    ...[-6, 0, 6].map((x) =>
      inside(
        skull,
        fill(
          limb(
            [
              [x, -20],
              [x * 0.75, -9 - Math.abs(x) * 0.2]
            ],
            [3.4, 1.2]
          ),
          accent
        )
      )
    ),
    ...mirrored(
      [2, 7].map((y) =>
        inside(
          skull,
          fill(
            limb(
              [
                [26, y - 2],
                [17, y]
              ],
              [2.8, 1]
            ),
            accent
          )
        )
      )
    ),
    ...mirrored(slit(9.6, -2, 4.7, "#b9cf5f")),
    fill(
      blob([
        [-2.8, 5.2],
        [0, 4.6],
        [2.8, 5.2],
        [0, 8]
      ]),
      shade(PINK, 0.15)
    ),
    stroke(
      [
        [-5.4, 11],
        [-2.6, 12],
        [0, 9.6],
        [2.6, 12],
        [5.4, 11]
      ],
      shade(main, 0.6),
      1
    ),
    ...mirrored(whiskers)
  ];
}

function bands(outline: Path, colour: string, places: readonly number[], top: number, length: number): Mark[] {
  return places.map((x) =>
    inside(
      outline,
      fill(
        limb(
          [
            [x, top],
            [x - 1.6, top + length * 0.5],
            [x, top + length]
          ],
          [4.4, 3.4, 0.8]
        ),
        colour
      )
    )
  );
}

/** A cat sitting, seen from the front, its tail curled round. */
function sitting(look: Look): Mark[] {
  const {main, second, accent} = look.colours;
  const body = blob([
    [-20, 0, 0.4],
    [-23, -16],
    [-15, -38],
    [0, -46],
    [15, -38],
    [23, -16],
    [20, 0, 0.4]
  ]);
  const tail = limb(
    [
      [16, -4],
      [30, -3],
      [38, -14],
      [35, -30],
      [29 - look.pose * 8, -38 - look.pose * 8]
    ],
    [7, 7, 6.6, 6, 4]
  );
  return [
    ...flat(tail, main, 1.6),
    ...[
      [34.6, -6, 40],
      [37, -17, -10],
      [35, -28, -20]
    ].map(([x = 0, y = 0, angle = 0]) => inside(tail, fill(ellipse(x, y, 5, 1.5, angle), accent))),
    ...solid(body, main, 4),
    inside(body, fill(ellipse(0, -24, 9, 16), tint(second, 0.15))),
    ...mirrored(
      [-30, -22, -14].map((y) =>
        inside(
          body,
          fill(
            limb(
              [
                [25, y],
                [14, y + 2]
              ],
              [3.4, 0.8]
            ),
            accent
          )
        )
      )
    ),
    ...mirrored([
      ...flat(
        limb(
          [
            [6.4, -24],
            [6.6, -4]
          ],
          [9, 8]
        ),
        main,
        1
      ),
      ...flat(ellipse(7.4, -3, 6, 3.4), tint(second, 0.15), 1)
    ]),
    ...mapMarks(face(look), chain(turn((look.pose - 0.5) * 14), move(0, -56)))
  ];
}

/** A cat walking, its tail up. */
function walking(look: Look): Mark[] {
  const {main, second, accent} = look.colours;
  const [a, b, c, d] = gait(look.pose, 7);
  const near: LegStyle = {widths: [10, 6, 5.4], colour: main, paw: tint(second, 0.15)};
  const far: LegStyle = {widths: [10, 6, 5.4], colour: shade(main, 0.28), paw: shade(second, 0.25)};
  const body = blob([
    [-36, -26],
    [-32, -36],
    [-16, -38],
    [4, -35],
    [20, -40],
    [30, -36],
    [30, -24],
    [20, -17],
    [-4, -16],
    [-24, -17],
    [-34, -19]
  ]);
  const tip = look.pose * 16;
  const tail = limb(
    [
      [-33, -31],
      [-44, -38],
      [-47, -54],
      [-43, -66],
      [-34 - tip * 0.6, -70 + tip * 0.2]
    ],
    [6, 6, 5.6, 5.2, 4]
  );
  return [
    ...leg([20, -24], [24 + c, 0], 1, far),
    ...leg([-26, -24], [-23 + d, 0], -3, far),
    ...flat(tail, main, 1.4),
    ...[
      [-45, -42],
      [-47, -51],
      [-45.6, -60]
    ].map(([x = 0, y = 0]) => inside(tail, fill(ellipse(x, y, 5, 1.6, -8), accent))),
    ...solid(body, main, 3.6),
    ...bands(body, accent, [-26, -17, -8, 1, 10], -40, 15),
    ...leg([18, -25], [17 + a, 0], 1, near),
    ...leg([-28, -26], [-31 + b, 0], -3.4, {...near, widths: [14, 6.6, 5.4]}),
    ...mapMarks(face(look), chain(scale(0.74), move(32, -47)))
  ];
}

/** A cat's face, large, over its paws. */
function closeUp(look: Look): Mark[] {
  const {main, second} = look.colours;
  const paws = mirrored(
    flat(
      blob([
        [9, 29],
        [12, 19],
        [21, 18],
        [27, 24],
        [26, 29]
      ]),
      tint(main, 0.08),
      2
    )
  );
  const toes = mirrored([
    fill(
      limb(
        [
          [15, 23.6],
          [15, 28]
        ],
        [0.9, 0.9]
      ),
      shade(main, 0.4)
    ),
    fill(
      limb(
        [
          [20.4, 23.6],
          [20.4, 28]
        ],
        [0.9, 0.9]
      ),
      shade(main, 0.4)
    )
  ]);
  const chest = blob([
    [-26, 29, 0],
    [-21, 12],
    [0, 6],
    [21, 12],
    [26, 29, 0]
  ]);
  return [
    ...solid(chest, shade(main, 0.1), 2),
    inside(chest, fill(ellipse(0, 26, 12, 12), tint(second, 0.1))),
    ...paws,
    ...toes,
    ...mapMarks(face(look), turn((look.pose - 0.5) * 18, [0, 14]))
  ];
}

/** A cat asleep, curled up. */
function curled(look: Look): Mark[] {
  const {main, second, accent} = look.colours;
  const breath = look.pose * 3;
  const body = blob([
    [-40, -8],
    [-38, -24],
    [-22, -36 - breath],
    [2, -37 - breath],
    [26, -30],
    [40, -14],
    [36, -3],
    [0, 0],
    [-32, 0]
  ]);
  const tail = limb(
    [
      [36, -10],
      [38, -3],
      [20, -2],
      [0, -2.6],
      [-14, -4]
    ],
    [8, 8, 8, 7.6, 6]
  );
  const skull = blob([
    [-40, -10],
    [-34, -22],
    [-20, -25],
    [-8, -20],
    [-4, -9],
    [-12, 0],
    [-28, 1],
    [-38, -2]
  ]);
  const ear = (x: number, lean: number): Mark[] => [
    ...flat(
      blob([
        [x - 5, -20, 0.3],
        [x + lean, -35, 0.15],
        [x + 6, -21, 0.3]
      ]),
      main,
      1.4
    ),
    fill(
      blob([
        [x - 2, -22, 0.3],
        [x + lean, -31, 0.15],
        [x + 3.4, -22, 0.3]
      ]),
      PINK
    )
  ];
  return [
    ...solid(body, main, 4.4),
    ...bands(body, accent, [-10, 0, 10, 20], -42, 20),
    ...flat(tail, main, 1.6),
    ...[
      [24, 20],
      [12, 10],
      [2, 0]
    ].map(([x = 0, angle = 0]) => inside(tail, fill(ellipse(x, -2.4, 1.8, 5, angle), accent))),
    inside(tail, fill(ellipse(-14, -4, 5, 5), tint(second, 0.15))),
    ...ear(-32, -4),
    ...ear(-13, 4),
    ...solid(skull, main, 2.4),
    inside(skull, fill(ellipse(-22, -2, 13, 8), tint(second, 0.15))),
    ...[-27, -22, -17].map((x) =>
      inside(
        skull,
        fill(
          limb(
            [
              [x, -27],
              [x * 0.9 - 2, -18]
            ],
            [2.8, 1]
          ),
          accent
        )
      )
    ),
    stroke(
      [
        [-33, -11],
        [-29.6, -9],
        [-26, -10.6]
      ],
      INK,
      1.3
    ),
    stroke(
      [
        [-18, -10.6],
        [-14.6, -9],
        [-11, -11]
      ],
      INK,
      1.3
    ),
    fill(
      blob([
        [-24, -7.4],
        [-22, -7.8],
        [-20, -7.4],
        [-22, -5.4]
      ]),
      shade(PINK, 0.15)
    ),
    stroke(
      [
        [-25.4, -3.6],
        [-23.6, -3],
        [-22, -4.6],
        [-20.4, -3],
        [-18.6, -3.6]
      ],
      shade(main, 0.6),
      0.9
    ),
    ...[-6, -4, -2].flatMap((y) => [
      stroke(
        [
          [-29, y],
          [-44, y * 2 + 4]
        ],
        tint(second, 0.6),
        0.7
      ),
      stroke(
        [
          [-15, y],
          [-1, y * 2 + 4]
        ],
        tint(second, 0.6),
        0.7
      )
    ])
  ];
}

/** Cats: sitting, walking, face, asleep. */
export const cat: Subject = {
  palettes: [
    {main: "#e39a4c", second: "#fbe9cf", accent: "#bd6a2a"},
    {main: "#8f8d96", second: "#f0eef0", accent: "#5d5a66"},
    {main: "#413c49", second: "#f4f0ea", accent: "#2b2732"},
    {main: "#f3ead9", second: "#fffaf0", accent: "#d9c4a3"},
    {main: "#a77b52", second: "#f1dfc2", accent: "#6a4730"},
    {main: "#d9c3a3", second: "#f8efe0", accent: "#7a5c48"}
  ],
  variants: [
    {name: "sitting", on: "ground", draw: sitting},
    {name: "walking", on: "ground", draw: walking},
    {name: "face", on: "ground", draw: closeUp},
    {name: "asleep", on: "ground", draw: curled}
  ]
};
