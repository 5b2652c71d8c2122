import {eye, fill, flat, inside, mapMarks, mirrored, solid, stroke, type Mark} from "./mark.ts";
import {gait, leg, type LegStyle} from "./leg.ts";
import {INK, shade, tint} from "./palette.ts";
import {blob, chain, ellipse, limb, move, turn} from "./path.ts";
import type {Look, Subject} from "./subject.ts";

const TONGUE = "#ea7d86";

/** A dog's head from the side round the origin: long muzzle to the right, hanging ear. */
function head({colours, pose}: Look): Mark[] {
  const {main, second, accent} = colours;
  const skull = blob([
    [-14, 2],
    [-13, -10],
    [-4, -17],
    [7, -15],
    [12, -7],
    [21, -5.6],
    [26, -2],
    [25, 4.6],
    [16, 8],
    [4, 9],
    [-8, 10]
  ]);
  const ear = blob([
    [-4, -14, 0.5],
    [3, -9],
    [3, 4],
    [-3, 13],
    [-9, 10],
    [-10, -4]
  ]);
  return [
    fill(
      blob([
        [13, 6],
        [19, 6],
        [19, 13 + pose * 3],
        [15.4, 14 + pose * 3]
      ]),
      TONGUE
    ),
    ...solid(skull, main, 2.6),
    inside(
      skull,
      fill(
        blob([
          [10, -2],
          [20, -4],
          [30, -4],
          [30, 10],
          [10, 12],
          [4, 6]
        ]),
        tint(second, 0.15)
      )
    ),
    ...mapMarks(flat(ear, shade(accent, 0.05), 2), turn(8 - pose * 18, [-3, -12])),
    ...eye(8, -7.4, 2),
    fill(ellipse(25.4, -3.4, 3, 2.5), INK),
    stroke(
      [
        [24, 2.6],
        [17, 5],
        [11, 3.6]
      ],
      shade(main, 0.6),
      1
    )
  ];
}

function collar(colour: string, x: number, y: number, degrees: number, length: number): Mark[] {
  return mapMarks(
    [
      fill(
        limb(
          [
            [-length / 2, 0],
            [0, 1.6],
            [length / 2, 0]
          ],
          [4, 4, 4]
        ),
        colour
      ),
      fill(ellipse(length * 0.22, 4, 2.2), "#f2c84b")
    ],
    chain(turn(degrees), move(x, y))
  );
}

/** A dog walking, its tail up. */
function walking(look: Look): Mark[] {
  const {main, second, accent} = look.colours;
  const near: LegStyle = {widths: [12, 7, 6], colour: main, paw: tint(second, 0.1)};
  const far: LegStyle = {widths: [12, 7, 6], colour: shade(main, 0.28), paw: shade(second, 0.25)};
  const [a, b, c, d] = gait(look.pose, 7);
  const body = blob([
    [-34, -32],
    [-28, -42],
    [-8, -42],
    [12, -45],
    [22, -54],
    [34, -52],
    [34, -40],
    [27, -28],
    [14, -20],
    [-8, -22],
    [-24, -22],
    [-33, -24]
  ]);
  const wag = look.pose * 10;
  return [
    ...leg([18, -28], [24 + c, 0], 1, far),
    ...leg([-22, -28], [-19 + d, 0], -3, far),
    ...flat(
      limb(
        [
          [-30, -38],
          [-42, -46],
          [-46 + wag * 0.3, -60 - wag * 0.3],
          [-40 + wag, -68]
        ],
        [7, 6.6, 5, 2.4]
      ),
      main,
      1.6
    ),
    fill(
      limb(
        [
          [-45.4 + wag * 0.5, -60 - wag * 0.3],
          [-40 + wag, -68]
        ],
        [4, 2.4]
      ),
      tint(second, 0.1)
    ),
    ...solid(body, main, 4),
    inside(body, fill(ellipse(-12, -42, 15, 10, 6), accent)),
    inside(body, fill(ellipse(31, -32, 9, 12, 20), tint(second, 0.1))),
    ...leg([17, -29], [16 + a, 0], 1, near),
    ...leg([-25, -30], [-28 + b, 0], -3.4, {...near, widths: [15, 7.4, 6]}),
    ...collar("#d9453d", 28, -46, 28, 19),
    ...mapMarks(head(look), move(31, -60))
  ];
}

/** A dog sitting, seen from the side. */
function sitting(look: Look): Mark[] {
  const {main, second, accent} = look.colours;
  const near: LegStyle = {widths: [12, 7.6, 6.6], colour: main, paw: tint(second, 0.1)};
  const body = blob([
    [-26, -6],
    [-28, -20],
    [-18, -36],
    [-6, -52],
    [8, -56],
    [17, -44],
    [16, -26],
    [8, -10],
    [-8, -2],
    [-20, -2]
  ]);
  const haunch = blob([
    [-26, -8],
    [-20, -22],
    [-8, -22],
    [0, -10],
    [-4, -2],
    [-20, -1]
  ]);
  const wag = look.pose * 14;
  return [
    ...flat(
      limb(
        [
          [-20, -6],
          [-36, -6],
          [-44, -14 - wag * 0.5],
          [-46 + wag * 0.4, -26 - wag]
        ],
        [7, 7, 5.4, 2.4]
      ),
      main,
      1.6
    ),
    ...leg([12, -30], [16, 0], 0.6, {...near, colour: shade(main, 0.28), paw: shade(second, 0.25)}),
    ...solid(body, main, 4),
    inside(body, fill(ellipse(-18, -34, 10, 14, 30), accent)),
    inside(body, fill(ellipse(15, -34, 6, 15, 4), tint(second, 0.1))),
    ...leg([8, -32], [9, 0], 1, near),
    ...solid(haunch, main, 3),
    ...flat(
      limb(
        [
          [-10, -3.4],
          [3, -3.4]
        ],
        [7, 6]
      ),
      tint(second, 0.1),
      1
    ),
    ...collar("#3f7fc1", 5, -52, 14, 19),
    ...mapMarks(head(look), [1.05, 0, 0, 1.05, 6, -67])
  ];
}

/** A dog's face from the front above a small sitting body, tongue out. */
function facing({colours, pose}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-21, 0, 0.3],
    [-25, -16],
    [-16, -36],
    [0, -40],
    [16, -36],
    [25, -16],
    [21, 0, 0.3]
  ]);
  const face = blob([
    [0, -92],
    [19, -87],
    [25, -70],
    [21, -54],
    [12, -44],
    [0, -42],
    [-12, -44],
    [-21, -54],
    [-25, -70],
    [-19, -87]
  ]);
  const ear = blob([
    [13, -90, 0.5],
    [25, -90],
    [33, -76],
    [33, -56],
    [27, -48],
    [21, -58],
    [19, -76]
  ]);
  const headMarks: Mark[] = [
    ...solid(face, main, 4),
    inside(
      face,
      fill(
        blob([
          [0, -96],
          [5, -78],
          [12, -58],
          [14, -44],
          [0, -38],
          [-14, -44],
          [-12, -58],
          [-5, -78]
        ]),
        tint(second, 0.15)
      )
    ),
    inside(face, fill(ellipse(13, -71, 9, 11, -14), accent, 0.75)),
    ...mirrored(flat(ear, accent, 3)),
    fill(
      blob([
        [-5, -50, 0],
        [5, -50, 0],
        [5.4, -40 + pose * 4],
        [0, -37 + pose * 5],
        [-5.4, -40 + pose * 4]
      ]),
      TONGUE
    ),
    stroke(
      [
        [0, -49],
        [0, -41 + pose * 3]
      ],
      shade(TONGUE, 0.25),
      0.9
    ),
    ...mirrored(
      solid(
        blob([
          [0, -60],
          [9, -60],
          [13, -54],
          [8, -48.6],
          [0, -51]
        ]),
        tint(second, 0.3),
        1.4
      )
    ),
    fill(
      blob([
        [-6.4, -62],
        [0, -64],
        [6.4, -62],
        [3, -57],
        [0, -55.6],
        [-3, -57]
      ]),
      INK
    ),
    fill(ellipse(-1.6, -61.6, 1.8, 0.9), tint(INK, 0.5)),
    ...eye(-10.5, -71, 3.5),
    ...eye(10.5, -71, 3.5),
    ...mirrored([
      stroke(
        [
          [7, -78],
          [11, -79.4],
          [15, -77.4]
        ],
        shade(main, 0.5),
        1.3
      )
    ])
  ];
  return [
    ...flat(
      limb(
        [
          [14, -8],
          [30, -12],
          [36, -24 - pose * 8]
        ],
        [7, 6, 3]
      ),
      main,
      1.5
    ),
    ...solid(body, main, 4),
    inside(body, fill(ellipse(0, -18, 11, 18), tint(second, 0.1))),
    ...mirrored([
      ...flat(
        limb(
          [
            [8, -24],
            [9, -4]
          ],
          [10, 8.6]
        ),
        main,
        1
      ),
      ...flat(ellipse(9.6, -3, 6.6, 3.6), tint(second, 0.1), 1)
    ]),
    fill(
      limb(
        [
          [-15, -41],
          [0, -37],
          [15, -41]
        ],
        [4.6, 4.6, 4.6]
      ),
      "#d9453d"
    ),
    fill(ellipse(0, -33.4, 3), "#f2c84b"),
    ...mapMarks(headMarks, turn((pose - 0.5) * 20, [0, -46]))
  ];
}

/** A long, low sausage dog running. */
function dachshund(look: Look): Mark[] {
  const {main, second, accent} = look.colours;
  const [a, b, c, d] = gait(look.pose, 6);
  const near: LegStyle = {widths: [9, 6, 5.4], colour: main, paw: tint(second, 0.1)};
  const far: LegStyle = {widths: [9, 6, 5.4], colour: shade(main, 0.28), paw: shade(second, 0.25)};
  const body = blob([
    [-44, -18],
    [-40, -27],
    [-10, -27],
    [18, -28],
    [30, -38],
    [40, -34],
    [38, -22],
    [30, -12],
    [4, -9],
    [-28, -10],
    [-42, -11]
  ]);
  return [
    ...leg([28, -14], [33 + c, 0], 1, far),
    ...leg([-34, -14], [-31 + d, 0], -2, far),
    ...flat(
      limb(
        [
          [-41, -22],
          [-52, -28],
          [-60, -37 - look.pose * 8]
        ],
        [5, 4, 1.8]
      ),
      main,
      1.2
    ),
    ...solid(body, main, 3.4),
    inside(body, fill(ellipse(-2, -28, 26, 5.6), accent)),
    inside(body, fill(ellipse(36, -18, 8, 9), tint(second, 0.1))),
    ...leg([26, -15], [25 + a, 0], 1, near),
    ...leg([-36, -16], [-38 + b, 0], -2.4, near),
    ...collar("#4d9a6a", 33, -32, 34, 14),
    ...mapMarks(head(look), [0.88, 0, 0, 0.88, 37, -43])
  ];
}

/** Dogs: walking, sitting, face from the front, sausage dog. */
export const dog: Subject = {
  palettes: [
    {main: "#c98b4e", second: "#f6e6c9", accent: "#8f5a2f"},
    {main: "#f1e8d8", second: "#fffaf0", accent: "#8a5a3c"},
    {main: "#8a5a3c", second: "#e5c9a3", accent: "#5b3a29"},
    {main: "#e0b878", second: "#fbf0d9", accent: "#c08e4c"},
    {main: "#4b4653", second: "#e8d6b8", accent: "#2f2b37"},
    {main: "#a9a6ad", second: "#f1eef0", accent: "#6d6974"}
  ],
  variants: [
    {name: "walking", on: "ground", draw: walking},
    {name: "sitting", on: "ground", draw: sitting},
    {name: "face from the front", on: "ground", draw: facing},
    {name: "sausage dog", on: "ground", draw: dachshund}
  ]
};
