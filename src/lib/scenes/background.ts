import {fill, inside, type Mark} from "./mark.ts";
import {mix, shade, tint, vary} from "./palette.ts";
import {blob, box, ellipse, polygon} from "./path.ts";
import type {Random} from "./random.ts";

/** The names of all backgrounds, in the order of their index. */
export const backgrounds = [
  "sky",
  "meadow",
  "sea",
  "road",
  "forest",
  "room",
  "sunset",
  "snow",
  "studio",
  "beach",
  "pond",
  "town"
] as const;

/** The name of a background. */
export type BackgroundName = (typeof backgrounds)[number];

/** The backgrounds on which a ship floats without a puddle of its own. */
export const waters: readonly BackgroundName[] = ["sea", "sunset", "pond"];

/** What a subject needs below it. */
export type Footing = "ground" | "water" | "air";

/**
 * Draws a background into the frame of 100 × 100; `horizon` is the height where the ground begins, `feet` the height where
 * the subject stands. Water gets a near bank for what stands on the ground.
 */
export function drawBackground(
  name: BackgroundName,
  horizon: number,
  random: Random,
  on: Footing,
  feet: number
): Mark[] {
  const marks = painters[name](horizon, random, on);
  if (on !== "ground" || (name !== "sea" && name !== "pond")) return marks;
  return [...marks, ...bank(Math.max(horizon + 3, feet - 5), name === "sea" ? "#e3cfa0" : "#8abb62", random)];
}

type Painter = (horizon: number, random: Random, on: Footing) => Mark[];

const painters: Readonly<Record<BackgroundName, Painter>> = {
  sky: (_, random) =>
    bands(
      0,
      100,
      vary(random.pick(["#5aa5dc", "#7fbfe8", "#4c8fd0", "#9fc9e0"]), random, 14),
      vary("#d9eef6", random, 10),
      7
    ),
  meadow: (horizon, random) => [
    ...day(horizon, random),
    ...ground(horizon, vary(random.pick(["#8fc25e", "#a9cc6a", "#74b05a"]), random, 12), random)
  ],
  sea: (horizon, random) => [
    ...day(horizon, random),
    ...water(horizon, vary(random.pick(["#3f8fb8", "#2f7aa8", "#52a9b8"]), random, 12))
  ],
  road: (horizon, random) => [
    ...day(horizon, random),
    ...ground(horizon, vary(random.pick(["#a6c46c", "#c9bd7e", "#8fb868"]), random, 12), random),
    ...asphalt(horizon, vary("#7d7f8c", random, 12))
  ],
  forest: (horizon, random) => [
    ...wood(horizon, random),
    ...ground(horizon, vary(random.pick(["#6b9a4e", "#8a8a4c", "#5b8a52"]), random, 12), random)
  ],
  room: (horizon, random) => room(horizon, random),
  sunset: (horizon, random, on) => [
    ...bands(
      0,
      horizon + 1,
      vary(random.pick(["#6f5a9c", "#4f6aa8", "#a85a86"]), random, 14),
      vary("#ffd08a", random, 10),
      6
    ),
    fill(ellipse(random.between(15, 85), horizon - random.between(0, 9), 9), "#ffeab0"),
    ...dusk(horizon, random, on)
  ],
  snow: (horizon, random) => [
    ...bands(0, horizon + 1, vary("#a9c3dc", random, 14), vary("#e4edf4", random, 8), 5),
    ...ground(horizon, vary("#f1f4f8", random, 5), random)
  ],
  studio: (_, random) => studio(random),
  beach: (horizon, random) => [
    ...day(horizon, random),
    ...water(horizon, vary("#4fa9bd", random, 12)),
    ...sand(horizon, vary("#ecd6a4", random, 10))
  ],
  pond: (horizon, random) => [
    ...day(horizon - 14, random),
    ...ground(Math.max(4, horizon - 14), vary("#8abb62", random, 12), random),
    ...pool(horizon, vary(random.pick(["#5b9fae", "#4f93b8", "#6fae9c"]), random, 10))
  ],
  town: (horizon, random) => [
    ...day(horizon, random),
    ...ground(horizon, vary(random.pick(["#c9c1b6", "#b6b8bf", "#d3c4a4"]), random, 10), random),
    ...asphalt(horizon, vary("#8b8b96", random, 12))
  ]
};

/** Horizontal bands from one colour to another, the last one down to the frame's edge: a sky without gradients. */
function bands(top: number, bottom: number, from: string, to: string, count: number): Mark[] {
  const height = (bottom - top) / count;
  return Array.from({length: count}, (_, i) =>
    fill(box(0, top + i * height, 100, 100 - top - i * height), mix(from, to, i / Math.max(1, count - 1)))
  );
}

function day(horizon: number, random: Random): Mark[] {
  const high = vary(random.pick(["#6fb5e0", "#8cc8ea", "#a7cfe3", "#5f9fd6", "#c3d9e2"]), random, 12);
  return bands(0, Math.max(1, horizon + 1), high, vary("#e8f3f2", random, 8), 5);
}

function ground(horizon: number, colour: string, random: Random): Mark[] {
  const swell = random.between(-3, 3);
  const hill = (y: number, lean: number): ReturnType<typeof blob> =>
    blob([
      [-2, y - lean, 0],
      [30, y - Math.abs(lean) * 0.7],
      [70, y + lean * 0.4],
      [102, y + lean, 0],
      [102, 102, 0],
      [-2, 102, 0]
    ]);
  const depth = 100 - horizon;
  return [
    fill(hill(horizon, swell), tint(colour, 0.28)),
    fill(hill(horizon + depth * 0.16, -swell), colour),
    fill(hill(horizon + depth * 0.62, swell), shade(colour, 0.1))
  ];
}

function water(horizon: number, colour: string): Mark[] {
  const depth = 100 - horizon;
  return [
    fill(box(0, horizon, 100, depth), tint(colour, 0.35)),
    fill(box(0, horizon + depth * 0.1, 100, depth), tint(colour, 0.15)),
    fill(box(0, horizon + depth * 0.3, 100, depth), colour),
    fill(box(0, horizon + depth * 0.65, 100, depth), shade(colour, 0.12))
  ];
}

function dusk(horizon: number, random: Random, on: Footing): Mark[] {
  return on === "water" || (on === "air" && random.chance(0.5))
    ? water(horizon, vary("#7a6a9c", random, 14))
    : ground(horizon, vary(random.pick(["#7d6a58", "#6a7a58", "#8a6a6a"]), random, 12), random);
}

function bank(y: number, colour: string, random: Random): Mark[] {
  const grown = vary(colour, random, 10);
  const edge = (dy: number): ReturnType<typeof blob> =>
    blob([
      [-2, y + dy, 0],
      [28, y + dy - 1.6],
      [66, y + dy + 1],
      [102, y + dy - 1, 0],
      [102, 102, 0],
      [-2, 102, 0]
    ]);
  return [fill(edge(-1), shade(grown, 0.2)), fill(edge(0), grown), fill(edge((100 - y) * 0.5), shade(grown, 0.08))];
}

function asphalt(horizon: number, colour: string): Mark[] {
  const depth = 100 - horizon;
  const top = horizon + depth * 0.14;
  const dashes = [-6, 20, 46, 72].map((x) =>
    fill(
      polygon([
        [x + 4, top + depth * 0.5],
        [x + 18, top + depth * 0.5],
        [x + 17, top + depth * 0.55],
        [x + 2, top + depth * 0.55]
      ]),
      "#f4ecd2",
      0.85
    )
  );
  return [
    fill(box(0, top, 100, depth), tint(colour, 0.45)),
    fill(box(0, top + depth * 0.05, 100, depth * 0.72), colour),
    ...dashes
  ];
}

function wood(horizon: number, random: Random): Mark[] {
  const green = vary(random.pick(["#4f8a5b", "#5c9a62", "#6a8f4f"]), random, 12);
  const trunks = Array.from({length: 9}, () => {
    const x = random.between(-4, 102);
    const width = random.between(2.5, 6);
    return fill(
      polygon([
        [x, 0],
        [x + width, 0],
        [x + width * 1.3, horizon + 4],
        [x - width * 0.3, horizon + 4]
      ]),
      mix("#5b4636", green, random.between(0.2, 0.65))
    );
  });
  const crowns = Array.from({length: 9}, (_, i) =>
    fill(
      ellipse(i * 13 - 2, random.between(-6, 7), 12, random.between(10, 17)),
      shade(green, random.between(0.02, 0.25))
    )
  );
  return [...bands(0, Math.max(1, horizon + 3), tint(green, 0.5), tint(green, 0.2), 3), ...trunks, ...crowns];
}

function room(horizon: number, random: Random): Mark[] {
  const wall = vary(random.pick(["#e9d3b0", "#c9d8cf", "#d9c3cf", "#bcd0e0", "#e6c3a5", "#b9c29f"]), random, 10);
  const floor = vary(random.pick(["#b98a5a", "#a3765a", "#c9a878", "#9a8f8a"]), random, 12);
  const depth = 100 - horizon;
  const stripes = random.chance(0.6)
    ? Array.from({length: 9}, (_, i) => fill(box(i * 12 + 2, 0, 5, horizon), tint(wall, 0.3)))
    : [];
  const boards = [0.18, 0.42, 0.72].map((t) => fill(box(0, horizon + depth * t, 100, 0.7), shade(floor, 0.18)));
  return [
    fill(box(0, 0, 100, 100), wall),
    ...stripes,
    fill(box(0, horizon, 100, depth), floor),
    ...boards,
    fill(box(0, horizon - 3, 100, 3.4), tint(wall, 0.6)),
    fill(box(0, horizon + 0.2, 100, 1), shade(floor, 0.3))
  ];
}

function studio(random: Random): Mark[] {
  const paper = vary(
    random.pick([
      "#f3e3c3",
      "#cfe3e6",
      "#f0c9b4",
      "#d5dcc0",
      "#e3d5ea",
      "#f6eee0",
      "#9fc4c9",
      "#f2d27a",
      "#e8e8ea",
      "#5f7d95"
    ]),
    random,
    12
  );
  const disc = ellipse(50, 48, random.between(34, 44));
  return [
    fill(box(0, 0, 100, 100), paper),
    ...(random.chance(0.6)
      ? [fill(disc, tint(paper, 0.35)), inside(disc, fill(ellipse(50, 100, 70, 34), tint(paper, 0.15)))]
      : [])
  ];
}

function sand(horizon: number, colour: string): Mark[] {
  const y = horizon + (100 - horizon) * 0.16;
  const shore = (dy: number): ReturnType<typeof blob> =>
    blob([
      [-2, y + dy + 3, 0],
      [24, y + dy],
      [52, y + dy + 4],
      [80, y + dy + 1],
      [102, y + dy + 4, 0],
      [102, 102, 0],
      [-2, 102, 0]
    ]);
  return [fill(shore(0), "#f5f7f2"), fill(shore(2.4), shade(colour, 0.12)), fill(shore(5), colour)];
}

function pool(horizon: number, colour: string): Mark[] {
  const depth = 100 - horizon;
  const edge = (dy: number): ReturnType<typeof blob> =>
    blob([
      [-4, horizon + dy + 2, 0],
      [22, horizon + dy - 3],
      [60, horizon + dy],
      [104, horizon + dy - 2, 0],
      [104, 104, 0],
      [-4, 104, 0]
    ]);
  return [
    fill(edge(-1.6), "#7d6a4a"),
    fill(edge(0), tint(colour, 0.25)),
    fill(edge(depth * 0.2), colour),
    fill(edge(depth * 0.65), shade(colour, 0.12))
  ];
}
