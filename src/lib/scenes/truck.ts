import {fill, flat, inside, mapMarks, mirrored, solid, stroke, type Mark} from "./mark.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, box, ellipse, polygon, rounded, turn} from "./path.ts";
import type {Look, Subject} from "./subject.ts";
import {wheel} from "./wheel.ts";

const GLASS = "#a9d3e3";
const CHASSIS = "#4a4658";

/** A lorry's cab with its nose at x + 24 and its floor at y = -8. */
function cab(x: number, colour: string, trim: string): Mark[] {
  const body = rounded(
    [
      [x, -8],
      [x, -41],
      [x + 14, -41],
      [x + 20, -26],
      [x + 24, -22],
      [x + 24, -8]
    ],
    3
  );
  return [
    ...solid(body, colour, 3.5),
    fill(
      rounded(
        [
          [x + 5, -36.5],
          [x + 12.5, -36.5],
          [x + 17, -25],
          [x + 5, -25]
        ],
        1.6
      ),
      GLASS
    ),
    fill(
      polygon([
        [x + 8, -36.5],
        [x + 11, -36.5],
        [x + 8, -25],
        [x + 5, -25]
      ]),
      PAPER,
      0.4
    ),
    stroke(
      [
        [x + 4, -22],
        [x + 4, -10]
      ],
      shade(colour, 0.3),
      0.8
    ),
    fill(box(x + 5.5, -20.5, 4, 1.5, 0.7), trim),
    fill(box(x + 20.6, -19, 3.6, 4.4, 1.4), "#fff1b8"),
    fill(box(x + 17, -11, 9, 4, 1.6), trim)
  ];
}

/** A delivery lorry with a big box. */
function boxLorry({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const load = box(-52, -52, 75, 42, 2);
  return [
    fill(box(-50, -12, 96, 5, 1), CHASSIS),
    ...solid(load, second, 3.5),
    inside(load, fill(box(-60, -25, 90, 6), accent)),
    inside(load, fill(box(-60, -17.5, 90, 1.8), accent)),
    fill(ellipse(-15, -36, 8), main),
    fill(
      blob([
        [-15, -42],
        [-11, -36],
        [-15, -30],
        [-19, -36]
      ]),
      tint(second, 0.5)
    ),
    ...[-40, -28, -2, 10].map((x) =>
      stroke(
        [
          [x, -50],
          [x, -12]
        ],
        shade(second, 0.13),
        0.7
      )
    ),
    ...cab(25, main, second),
    ...wheel(-36, -8, 8.4, "#c9ccd6", pose),
    ...wheel(-17, -8, 8.4, "#c9ccd6", pose),
    ...wheel(36, -8, 8.4, "#c9ccd6", pose)
  ];
}

/** A dump truck; the pose lifts its bed. */
function dumpTruck({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const bed = rounded(
    [
      [-50, -16],
      [14, -16],
      [20, -40],
      [-46, -40]
    ],
    2
  );
  const load = blob([
    [-44, -38, 0],
    [-34, -45],
    [-22, -50],
    [-6, -49],
    [8, -43],
    [17, -38, 0]
  ]);
  const ribs = [-34, -20, -6, 6].map((x) =>
    stroke(
      [
        [x, -37],
        [x - 1, -19]
      ],
      shade(main, 0.22),
      2.2
    )
  );
  const tipped = [
    ...flat(load, "#8a6b4f", 3),
    ...solid(bed, main, 4),
    ...ribs,
    inside(bed, fill(box(-60, -40.5, 90, 4), accent))
  ];
  return [
    fill(box(-50, -14, 96, 6, 1.5), CHASSIS),
    stroke(
      [
        [6, -12],
        [10, -24 - pose * 12]
      ],
      shade("#c9ccd6", 0.2),
      3
    ),
    ...mapMarks(tipped, turn(-pose * 22, [-44, -15])),
    ...cab(25, second, "#c9ccd6"),
    fill(box(24, -44, 12, 3.4, 1.4), accent),
    ...wheel(-34, -9, 9.4, accent, pose),
    ...wheel(-12, -9, 9.4, accent, pose),
    ...wheel(37, -9, 9.4, accent, pose)
  ];
}

/** A fire engine with its ladder on top; the pose lifts the ladder. */
function fireEngine({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = rounded(
    [
      [-52, -8],
      [-52, -37],
      [18, -37],
      [18, -8]
    ],
    2.5
  );
  const rungs = Array.from({length: 11}, (_, i) =>
    stroke(
      [
        [-46 + i * 6, -42.4],
        [-46 + i * 6, -47]
      ],
      shade("#c9ccd6", 0.15),
      1.2
    )
  );
  const ladder = [
    stroke(
      [
        [-50, -42],
        [18, -42]
      ],
      "#d5d8e0",
      1.8
    ),
    stroke(
      [
        [-50, -47.5],
        [18, -47.5]
      ],
      "#d5d8e0",
      1.8
    ),
    ...rungs
  ];
  const cabin = rounded(
    [
      [18, -8],
      [18, -42],
      [38, -42],
      [46, -25],
      [48, -8]
    ],
    3.5
  );
  return [
    fill(box(-48, -13, 96, 6, 1), CHASSIS),
    fill(box(-42, -43, 6, 8, 1), CHASSIS),
    ...mapMarks(ladder, turn(-pose * 16, [-40, -40])),
    ...solid(body, main, 4),
    ...solid(cabin, main, 4),
    fill(
      rounded(
        [
          [23, -37.5],
          [35.6, -37.5],
          [41.5, -25],
          [23, -25]
        ],
        1.8
      ),
      GLASS
    ),
    fill(
      polygon([
        [27, -37.5],
        [31, -37.5],
        [27, -25],
        [23, -25]
      ]),
      PAPER,
      0.4
    ),
    inside(body, fill(box(-60, -16.5, 120, 4), accent)),
    inside(cabin, fill(box(10, -16.5, 60, 4), accent)),
    ...[-46, -30, 2].map((x) => fill(box(x, -33, 12.6, 13.6, 1.4), tint(second, 0.1))),
    ...[-29.5, -26.5, -23.5].flatMap((y) =>
      [-46, -30, 2].map((x) =>
        stroke(
          [
            [x + 1.4, y],
            [x + 11.2, y]
          ],
          shade(second, 0.22),
          0.8
        )
      )
    ),
    ...solid(ellipse(-7.5, -26.2, 6.2), accent, 1.5),
    fill(ellipse(-7.5, -26.2, 3), shade(main, 0.2)),
    fill(box(24, -46, 9, 4.4, 2), "#4a8fe0"),
    fill(box(44, -21, 4, 4.6, 1.4), "#fff1b8"),
    fill(box(40, -11.5, 10, 4, 1.6), "#c9ccd6"),
    ...wheel(-33, -8.4, 8.8, "#c9ccd6", pose),
    ...wheel(33, -8.4, 8.8, "#c9ccd6", pose)
  ];
}

/** A pickup truck with a load of logs or crates. */
function pickup({pose, colours, random}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-50, -10, 0.2],
    [-50, -27, 0.2],
    [-4, -27, 0],
    [-3, -43, 0.3],
    [14, -43, 0.5],
    [23, -28, 0.3],
    [45, -26, 0.6],
    [49, -20],
    [49, -10, 0.2]
  ]);
  const crates = random.chance(0.5)
    ? [-44, -32, -20].flatMap((x, i) => flat(box(x, -38 - (i % 2) * 3, 11, 14 + (i % 2) * 3, 1), "#c79a62"))
    : [-40, -28, -16, -34, -22].flatMap((x, i) => [
        ...flat(ellipse(x, i < 3 ? -30 : -38, 6), "#a87b4f"),
        fill(ellipse(x, i < 3 ? -30.4 : -38.4, 3.6), "#e3c08f")
      ]);
  return [
    ...crates,
    ...solid(body, main, 4.5),
    fill(
      rounded(
        [
          [1, -39.4],
          [12.4, -39.4],
          [18.6, -28],
          [1, -28]
        ],
        1.8
      ),
      GLASS
    ),
    fill(
      polygon([
        [4, -39.4],
        [8, -39.4],
        [4, -28],
        [1, -28]
      ]),
      PAPER,
      0.4
    ),
    inside(body, fill(box(-60, -18, 120, 2), accent)),
    stroke(
      [
        [-4, -26],
        [-4, -12]
      ],
      shade(main, 0.3),
      1.2
    ),
    stroke(
      [
        [21, -26],
        [21, -13]
      ],
      shade(main, 0.3),
      0.9
    ),
    fill(box(0, -24, 5, 1.6, 0.8), second),
    fill(box(45, -24, 4, 4.6, 1.4), "#fff1b8"),
    fill(box(-50.6, -23, 3, 6, 1.2), "#d6403a"),
    fill(box(-53, -13, 104, 4, 1.8), second),
    ...wheel(-30, -9, 9.8, "#c9ccd6", pose),
    ...wheel(34, -9, 9.8, "#c9ccd6", pose)
  ];
}

/** A heavy truck from the front. */
function front({colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = box(-27, -58, 54, 48, 5);
  return [
    ...mirrored([
      fill(box(15, -14, 13, 14, 3), INK),
      fill(box(28, -46, 5, 13, 1.6), CHASSIS),
      stroke(
        [
          [22, -44],
          [30, -44]
        ],
        CHASSIS,
        1.4
      )
    ]),
    ...solid(box(-30, -76, 60, 50, 2), second, 3),
    ...solid(body, main, 4),
    fill(box(-22, -53, 44, 18, 3), GLASS),
    fill(
      polygon([
        [-10, -53],
        [0, -53],
        [-9, -35],
        [-19, -35]
      ]),
      PAPER,
      0.4
    ),
    fill(box(-14, -31, 28, 12, 2), INK),
    ...[-28.4, -25, -21.6].map((y) =>
      stroke(
        [
          [-12, y],
          [12, y]
        ],
        "#8d91a0",
        1
      )
    ),
    ...mirrored([fill(box(17, -24, 7.6, 6, 2), "#fff1b8"), fill(box(18, -60, 3.6, 2.4, 1), "#ffb347")]),
    ...flat(box(-29, -16, 58, 8, 2), accent, 2),
    fill(box(-7, -14.6, 14, 4.4, 0.8), PAPER)
  ];
}

/** Trucks: delivery lorry, dump truck, fire engine, pickup, heavy truck from the front. */
export const truck: Subject = {
  palettes: [
    {main: "#d9392f", second: "#e9e7e2", accent: "#f4f0e3"},
    {main: "#f0b93a", second: "#e07b2c", accent: "#4a4658"},
    {main: "#3d78b8", second: "#f1eee6", accent: "#e2574b"},
    {main: "#4d9a6a", second: "#efe3c6", accent: "#f0c24b"},
    {main: "#ece8de", second: "#c5ccd6", accent: "#3d78b8"},
    {main: "#8a4f7d", second: "#e8dff0", accent: "#f0b93a"}
  ],
  variants: [
    {name: "delivery lorry", on: "ground", draw: boxLorry},
    {name: "dump truck", on: "ground", draw: dumpTruck},
    {name: "fire engine", on: "ground", draw: fireEngine},
    {name: "pickup truck", on: "ground", draw: pickup},
    {name: "heavy truck from the front", on: "ground", draw: front}
  ]
};
