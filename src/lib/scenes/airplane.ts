import {fill, flat, inside, mapMarks, mirrored, solid, stroke, type Mark} from "./mark.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, box, ellipse, polygon, rounded, turn} from "./path.ts";
import type {Look, Subject} from "./subject.ts";

const GLASS = "#5f8fb4";

/** A jet airliner from the side, climbing or descending with the pose. */
function airliner({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-50, -5],
    [-38, -8],
    [0, -9],
    [34, -8.5],
    [47, -4],
    [50, 0.5],
    [44, 5],
    [20, 8],
    [-14, 7.5],
    [-36, 3]
  ]);
  const farWing = rounded(
    [
      [2, -3],
      [10, -3],
      [-4, -20],
      [-11, -20]
    ],
    2
  );
  const wing = rounded(
    [
      [-8, 3],
      [16, 3],
      [-14, 27],
      [-24, 28]
    ],
    2.5
  );
  const fin = blob([
    [-34, -6, 0],
    [-43, -28, 0.3],
    [-52, -29, 0.3],
    [-50, -4, 0]
  ]);
  const engine = (x: number, y: number): Mark[] => [
    ...solid(box(x, y, 15, 7, 3.4), accent, 2),
    fill(ellipse(x + 13.6, y + 3.5, 1.4, 3), INK)
  ];
  const windows = Array.from({length: 15}, (_, i) => fill(box(-31 + i * 4.5, -4.4, 2.3, 2.7, 1), GLASS));
  const marks = [
    ...flat(farWing, shade(second, 0.15)),
    ...solid(fin, accent),
    fill(
      polygon([
        [-40.5, -20],
        [-51.6, -20],
        [-51.2, -15],
        [-38.4, -15]
      ]),
      tint(accent, 0.6)
    ),
    ...solid(body, main, 4),
    inside(body, fill(box(-60, 1.2, 120, 2.2), accent)),
    inside(body, fill(box(-60, 3.4, 120, 10), second, 0.75)),
    ...windows,
    fill(
      blob([
        [38, -6.6, 0],
        [44.4, -4.4],
        [46.4, -2, 0],
        [38.6, -2.4, 0]
      ]),
      INK
    ),
    ...flat(
      rounded(
        [
          [-37, -3],
          [-47, -3],
          [-60, 5],
          [-54, 6]
        ],
        1.5
      ),
      second
    ),
    ...engine(1, 8.5),
    ...solid(wing, second, 2.5),
    ...engine(-10, 15)
  ];
  return mapMarks(marks, turn(14 - pose * 34));
}

/** A small propeller plane with a high wing, from the side, its wheels down. */
function propellerPlane({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-46, -6],
    [-20, -9],
    [0, -17],
    [14, -17],
    [22, -8],
    [38, -6],
    [41, 2],
    [36, 9],
    [10, 11],
    [-16, 6]
  ]);
  const wheel = (x: number, y: number, r: number): Mark[] => [
    fill(ellipse(x, y, r), INK),
    fill(ellipse(x, y, r * 0.45), "#b9bcc9")
  ];
  const blade = 15 + 6 * pose;
  const marks = [
    stroke(
      [
        [10, 8],
        [14, 18]
      ],
      shade(second, 0.4),
      2.6
    ),
    stroke(
      [
        [20, 8],
        [20, 18]
      ],
      shade(second, 0.4),
      2.6
    ),
    ...flat(
      rounded(
        [
          [-2, -18],
          [26, -18],
          [34, -22],
          [2, -22]
        ],
        1.6
      ),
      shade(second, 0.2)
    ),
    ...solid(
      blob([
        [-34, -6, 0],
        [-42, -27, 0.4],
        [-50, -26, 0.4],
        [-49, -3, 0]
      ]),
      accent
    ),
    ...solid(body, main, 4),
    inside(
      body,
      fill(
        blob([
          [-60, 2],
          [0, 1],
          [50, -2],
          [50, 3],
          [0, 6],
          [-60, 6]
        ]),
        accent
      )
    ),
    fill(
      rounded(
        [
          [2, -15],
          [11, -15],
          [17, -6.5],
          [2, -6.5]
        ],
        2
      ),
      GLASS
    ),
    fill(
      rounded(
        [
          [-10, -11.5],
          [-0.4, -14.6],
          [-0.4, -6.5],
          [-10, -6.5]
        ],
        2
      ),
      tint(GLASS, 0.25)
    ),
    ...solid(
      rounded(
        [
          [-20, -16],
          [27, -16],
          [30, -19.5],
          [27, -22],
          [-14, -22]
        ],
        2
      ),
      second,
      2
    ),
    stroke(
      [
        [2, 2],
        [8, -16]
      ],
      shade(second, 0.3),
      1.8
    ),
    ...flat(
      rounded(
        [
          [-38, -5],
          [-56, -5],
          [-58, -2],
          [-40, -1]
        ],
        1.2
      ),
      second
    ),
    fill(ellipse(42, 1, 2.4, blade), "#f3efe6", 0.55),
    fill(ellipse(42, 1, 1.1, blade), shade(accent, 0.5), 0.8),
    fill(ellipse(42.5, 1, 4, 3.6), accent),
    ...wheel(15, 19, 5.4),
    stroke(
      [
        [-42, 0],
        [-44, 6]
      ],
      shade(second, 0.4),
      2
    ),
    ...wheel(-44, 7, 2.8)
  ];
  return mapMarks(marks, turn(-(pose - 0.35) * 26));
}

/** A jet fighter from above, nose up and turned by the pose. */
function fighter({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const half = polygon([
    [0, -8],
    [7, -12],
    [9, -4],
    [44, 22],
    [44, 28],
    [10, 25],
    [9, 33],
    [24, 43],
    [24, 47],
    [4, 44],
    [0, 44]
  ]);
  const body = blob([
    [0, -52, 0.4],
    [4.2, -34],
    [6, -8],
    [7, 20],
    [5, 42],
    [0, 44],
    [-5, 42],
    [-7, 20],
    [-6, -8],
    [-4.2, -34]
  ]);
  const fin = polygon([
    [5, 24],
    [8, 30],
    [9, 46],
    [5.4, 43]
  ]);
  const marks = [
    fill(
      blob([
        [-4, 44, 0],
        [4, 44, 0],
        [2, 54],
        [0, 60, 0.4],
        [-2, 54]
      ]),
      "#ffb347"
    ),
    fill(
      blob([
        [-2, 44, 0],
        [2, 44, 0],
        [0, 54, 0.4]
      ]),
      "#fff0b5"
    ),
    ...mirrored(solid(half, main, 3)),
    ...mirrored([
      fill(
        polygon([
          [34, 14.6],
          [44, 22],
          [44, 28],
          [34, 27]
        ]),
        accent
      )
    ]),
    ...solid(body, second, 2),
    ...mirrored(flat(fin, accent)),
    fill(
      blob([
        [0, -36],
        [3.2, -26],
        [2.6, -14],
        [0, -11],
        [-2.6, -14],
        [-3.2, -26]
      ]),
      GLASS
    ),
    fill(
      blob([
        [-1, -33],
        [0.6, -26],
        [-0.6, -20],
        [-1.8, -26]
      ]),
      tint(GLASS, 0.6)
    ),
    ...mirrored([fill(ellipse(25, 18, 4.4), PAPER), fill(ellipse(25, 18, 2.6), accent)])
  ];
  return mapMarks(marks, turn(20 + pose * 70));
}

/** An airliner from the front, banking with the pose. */
function headOn({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = ellipse(0, -1, 17, 17.5);
  const half = [
    ...flat(
      rounded(
        [
          [8, 4],
          [56, -9],
          [56, -5.4],
          [8, 15]
        ],
        1
      ),
      second,
      1.8
    ),
    ...flat(
      rounded(
        [
          [2, -23],
          [25, -27],
          [25, -24],
          [2, -18]
        ],
        0.8
      ),
      second,
      1
    ),
    ...solid(ellipse(28, 11, 7.6), accent, 1.6),
    fill(ellipse(28, 11.4, 5.6), INK),
    fill(ellipse(28, 11.4, 1.9), "#b9bcc9")
  ];
  const marks = [
    ...flat(
      rounded(
        [
          [-2.4, -10],
          [2.4, -10],
          [1.5, -42],
          [-1.5, -42]
        ],
        1.2
      ),
      accent,
      1
    ),
    ...mirrored(half),
    ...solid(body, main, 4),
    inside(body, fill(box(-20, 4, 40, 20), second, 0.8)),
    ...mirrored([
      fill(
        polygon([
          [0.8, -9],
          [7.6, -8],
          [10.4, -2.8],
          [0.8, -3.6]
        ]),
        INK
      ),
      fill(
        polygon([
          [2, -8],
          [5, -7.4],
          [3.4, -4.8],
          [2, -4.9]
        ]),
        GLASS
      )
    ])
  ];
  return mapMarks(marks, turn(pose * 30 - 15));
}

/** Airplanes: airliner, propeller plane, jet fighter from above, airliner from the front. */
export const airplane: Subject = {
  palettes: [
    {main: "#f4f3ef", second: "#b9c3d0", accent: "#2f6db5"},
    {main: "#fdf6e6", second: "#d9b36c", accent: "#d8473d"},
    {main: "#cfd8df", second: "#93a1ae", accent: "#1f9e89"},
    {main: "#f6c945", second: "#e9e2d0", accent: "#d4572f"},
    {main: "#e4574c", second: "#f3e9dc", accent: "#2b4a7d"},
    {main: "#8fa08b", second: "#71826f", accent: "#c9b458"}
  ],
  variants: [
    {name: "airliner", on: "air", draw: airliner},
    {name: "propeller plane", on: "air", draw: propellerPlane},
    {name: "jet fighter from above", on: "air", draw: fighter},
    {name: "airliner from the front", on: "air", draw: headOn}
  ]
};
