import {eye, fill, flat, inside, mapMarks, mirrored, solid, stroke, type Mark} from "./mark.ts";
import {INK, PAPER, shade, tint} from "./palette.ts";
import {blob, ellipse, limb, polygon, turn} from "./path.ts";
import type {Look, Subject} from "./subject.ts";

/** A songbird standing on the ground or on a branch. */
function perched({pose, colours, random}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-20, -22],
    [-16, -38],
    [0, -52],
    [14, -62],
    [26, -62],
    [32, -52],
    [29, -38],
    [18, -22],
    [2, -13],
    [-12, -14]
  ]);
  const wing = blob([
    [10, -42, 0.6],
    [-6, -43],
    [-22, -30],
    [-36, -14, 0.3],
    [-14, -18],
    [4, -24]
  ]);
  const tail = blob([
    [-14, -28, 0.3],
    [-46, -12 - pose * 10, 0.3],
    [-50, -4 - pose * 10, 0.3],
    [-14, -16, 0.3]
  ]);
  const branch = random.chance(0.45)
    ? flat(
        limb(
          [
            [-46, 3],
            [-8, 0],
            [44, 4]
          ],
          [4, 5.4, 3.6]
        ),
        "#86603f",
        1.6
      )
    : [];
  const foot = (x: number): Mark[] => [
    stroke(
      [
        [x, -16],
        [x + 1, -1]
      ],
      shade(accent, 0.2),
      1.6
    ),
    stroke(
      [
        [x - 4, -0.8],
        [x + 1, -1],
        [x + 6, -0.8]
      ],
      shade(accent, 0.2),
      1.6
    )
  ];
  return [
    ...branch,
    ...foot(2),
    ...foot(10),
    ...flat(tail, shade(main, 0.2), 1.6),
    ...solid(body, main, 4),
    inside(
      body,
      fill(
        blob([
          [34, -50],
          [22, -48],
          [14, -36],
          [2, -20],
          [4, -8],
          [36, -20]
        ]),
        second
      )
    ),
    ...flat(wing, shade(main, 0.22), 2),
    stroke(
      [
        [-26, -19],
        [-8, -24],
        [4, -32]
      ],
      tint(main, 0.35),
      1.4
    ),
    stroke(
      [
        [-18, -25],
        [-6, -31],
        [4, -37]
      ],
      tint(main, 0.35),
      1.2
    ),
    fill(
      blob([
        [30, -56, 0.2],
        [43, -51 - pose * 2, 0],
        [30, -48.6, 0.2]
      ]),
      accent
    ),
    fill(
      blob([
        [30, -52, 0.2],
        [42, -50.6, 0],
        [30, -48.6, 0.2]
      ]),
      shade(accent, 0.25)
    ),
    ...eye(22.6, -54, 2.7)
  ];
}

/** A gull or swallow flying, seen from the side; the pose beats its wings. */
function flying({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const lift = 2 + pose * 42;
  const wing = (root: number, tone: string): Mark[] => {
    const outline = blob([
      [root + 12, -3, 0.4],
      [root + 2, -14 - lift * 0.5],
      [root - 12, -24 - lift],
      [root - 32, -26 - lift * 1.25, 0.2],
      [root - 24, -15 - lift * 0.8],
      [root - 16, -4 - lift * 0.2],
      [root - 12, 2, 0.4]
    ]);
    return [
      ...flat(outline, tone, 2.4),
      inside(outline, fill(ellipse(root - 32, -27 - lift * 1.25, 13, 9, 20), INK, 0.75))
    ];
  };
  const body = blob([
    [-34, 0],
    [-20, -7],
    [6, -9],
    [22, -12],
    [32, -9],
    [34, -3],
    [26, 3],
    [6, 9],
    [-16, 6]
  ]);
  return [
    ...mapMarks(wing(8, shade(main, 0.22)), turn(14, [8, 0])),
    ...flat(
      polygon([
        [-28, -4],
        [-50, -6],
        [-46, 0],
        [-50, 5],
        [-28, 4]
      ]),
      shade(main, 0.12),
      1.6
    ),
    ...solid(body, second, 3),
    inside(
      body,
      fill(
        blob([
          [-40, -1],
          [-10, -2],
          [16, -5],
          [22, -16],
          [-10, -16],
          [-40, -8]
        ]),
        main
      )
    ),
    fill(
      blob([
        [32, -8, 0.2],
        [44, -3.6, 0.1],
        [32, -2.4, 0.2]
      ]),
      accent
    ),
    ...eye(26.6, -6, 1.7),
    ...wing(2, main)
  ];
}

/** A bird of prey from below or above, both wings spread. */
function soaring({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const bend = pose * 12;
  const half = blob([
    [4, -12],
    [20, -20 + bend * 0.3],
    [38, -16 + bend],
    [56, 2 + bend, 0.2],
    [48, 1 + bend, 0.2],
    [50, 8 + bend, 0.2],
    [42, 4 + bend, 0.2],
    [42, 11 + bend, 0.2],
    [34, 5 + bend * 0.7, 0.3],
    [18, 8],
    [4, 12]
  ]);
  const tail = blob([
    [-4, 18, 0.2],
    [-13, 42, 0.2],
    [-4, 40, 0.3],
    [0, 44, 0.3],
    [4, 40, 0.3],
    [13, 42, 0.2],
    [4, 18, 0.2]
  ]);
  const body = blob([
    [0, -28],
    [7, -22],
    [9, -6],
    [7, 14],
    [0, 26],
    [-7, 14],
    [-9, -6],
    [-7, -22]
  ]);
  const marks = [
    ...flat(tail, tint(main, 0.15), 2),
    ...mirrored([
      ...solid(half, main, 3),
      inside(
        half,
        stroke(
          [
            [6, 3],
            [24, 0 + bend * 0.3],
            [44, 2 + bend]
          ],
          second,
          3.4
        )
      )
    ]),
    ...solid(body, shade(main, 0.08), 2.4),
    inside(body, fill(ellipse(0, -25, 9, 10), second)),
    fill(
      blob([
        [-2.8, -27, 0.3],
        [0, -35, 0],
        [2.8, -27, 0.3]
      ]),
      accent
    ),
    ...mirrored(eye(4, -24, 1.5))
  ];
  return mapMarks(marks, turn(20 + pose * 30));
}

/** A duck afloat on water or sitting on the ground. */
function duck({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [-44, -24, 0.2],
    [-32, -20],
    [-14, -26],
    [8, -25],
    [26, -22],
    [34, -12],
    [26, -1],
    [0, 2],
    [-26, 0],
    [-38, -10]
  ]);
  const neck = blob([
    [10, -20],
    [15, -32],
    [14, -46],
    [24, -56],
    [36, -52],
    [38, -42],
    [32, -34],
    [32, -22],
    [34, -10],
    [22, -6]
  ]);
  const wing = blob([
    [10, -20],
    [2, -8],
    [-16, -6],
    [-38, -18, 0.2],
    [-20, -21],
    [-4, -24]
  ]);
  const bob = pose * 6 - 3;
  return [
    ...solid(body, second, 4),
    ...mapMarks(
      [
        ...solid(neck, main, 3),
        fill(
          limb(
            [
              [15, -32],
              [24, -29],
              [33, -31.6]
            ],
            [3, 3, 3]
          ),
          PAPER
        ),
        fill(
          blob([
            [35, -49, 0.3],
            [44, -44],
            [52, -42.6, 0.4],
            [51, -39],
            [36, -39.4, 0.3]
          ]),
          accent
        ),
        ...eye(29, -47, 2.1)
      ],
      turn(bob, [22, -14])
    ),
    ...flat(wing, shade(second, 0.22), 2),
    stroke(
      [
        [-26, -15],
        [-8, -12],
        [2, -14]
      ],
      shade(second, 0.45),
      1.2
    ),
    fill(
      blob([
        [-6, -10],
        [-14, -8.4],
        [-20, -10.6],
        [-10, -13]
      ]),
      main
    ),
    fill(
      blob([
        [-40, 0.6],
        [-24, -2],
        [0, 0],
        [20, -2],
        [36, 0.6],
        [24, 4],
        [0, 5],
        [-26, 4]
      ]),
      "#e9f5f6",
      0.85
    )
  ];
}

/** An owl from the front. */
function owl({pose, colours}: Look): Mark[] {
  const {main, second, accent} = colours;
  const body = blob([
    [0, -64],
    [20, -60],
    [27, -42],
    [26, -18],
    [14, 0],
    [0, 2],
    [-14, 0],
    [-26, -18],
    [-27, -42],
    [-20, -60]
  ]);
  const wing = blob([
    [24, -40],
    [30, -28 - pose * 4],
    [28 + pose * 5, -8],
    [20, 1, 0.2],
    [17, -16]
  ]);
  const feathers = [-26, -18, -10].flatMap((y, row) =>
    [-9, -3, 3, 9].map((x) =>
      inside(
        body,
        stroke(
          [
            [x - 2 + (row % 2) * 3, y],
            [x + (row % 2) * 3, y + 3],
            [x + 2 + (row % 2) * 3, y]
          ],
          shade(second, 0.3),
          1.1
        )
      )
    )
  );
  return [
    ...mirrored([fill(ellipse(7, 2.4, 5, 2.4), accent)]),
    ...mirrored(
      flat(
        blob([
          [10, -60, 0.3],
          [22, -75, 0.1],
          [24, -52, 0.3]
        ]),
        main,
        1.6
      )
    ),
    ...solid(body, main, 4),
    inside(body, fill(ellipse(0, -16, 15, 20), second)),
    ...feathers,
    ...mirrored(flat(wing, shade(main, 0.2), 2)),
    ...mirrored([
      fill(ellipse(10.4, -45, 11), tint(second, 0.35)),
      fill(ellipse(10, -45, 6.8), "#f2b632"),
      fill(ellipse(10 - pose * 2, -45, 4.2), INK),
      fill(ellipse(8.6 - pose * 2, -46.8, 1.4), PAPER)
    ]),
    fill(
      blob([
        [-3, -41, 0.3],
        [3, -41, 0.3],
        [0, -33, 0]
      ]),
      accent
    )
  ];
}

/** Birds: songbird, flying gull, soaring bird of prey, duck, owl. */
export const bird: Subject = {
  palettes: [
    {main: "#4f86c6", second: "#f3d9b1", accent: "#f0a63a"},
    {main: "#7a5a45", second: "#d9573f", accent: "#c9a04c"},
    {main: "#f2efe8", second: "#fffaf0", accent: "#f0a63a"},
    {main: "#3f7d5a", second: "#cdbfae", accent: "#efb93a"},
    {main: "#e9b93c", second: "#fbe9b8", accent: "#e57f34"},
    {main: "#4b4a5c", second: "#d7d2cc", accent: "#e8a43a"},
    {main: "#8d6547", second: "#ecd9bb", accent: "#e0a23c"}
  ],
  variants: [
    {name: "songbird", on: "ground", draw: perched},
    {name: "flying", on: "air", draw: flying},
    {name: "soaring", on: "air", draw: soaring},
    {name: "duck", on: "water", draw: duck},
    {name: "owl", on: "ground", draw: owl}
  ]
};
