import type {BackgroundName} from "./background.ts";
import {fill, flat, inside, solid, stroke, type Mark} from "./mark.ts";
import {mix, shade, tint, vary} from "./palette.ts";
import {blob, box, ellipse, limb, polygon, type Point} from "./path.ts";
import type {Random} from "./random.ts";

/** Scenery round the subject: what is painted behind it and the little that stands before it. */
export type Clutter = {readonly behind: Mark[]; readonly before: Mark[]};

/** Draws clouds, trees, hills, houses, rocks, grass and waves; `amount` in [0, 1] says how many. */
export function drawClutter(name: BackgroundName, horizon: number, amount: number, random: Random): Clutter {
  const {far, near, before} = sceneries[name];
  const some = (items: readonly Item[], most: number): Mark[] => {
    if (items.length === 0) return [];
    const count = Math.round(most * amount * random.between(0.7, 1.1));
    const places = Array.from({length: count}, () => random.next()).sort((a, b) => a - b);
    return places.flatMap((t) => random.pick(items)(horizon, t, random));
  };
  return {behind: [...some(far, 5), ...some(near, 6)], before: some(before, 4)};
}

/** Draws one thing; `t` in [0, 1] says how near it is, so that nearer things are painted later. */
type Item = (horizon: number, t: number, random: Random) => Mark[];

type Scenery = {readonly far: readonly Item[]; readonly near: readonly Item[]; readonly before: readonly Item[]};

function cloudOf(colour: string): Item {
  return (horizon, _, random) => {
    const [x, y, s] = [random.between(-5, 105), random.between(4, Math.max(8, horizon * 0.7)), random.between(5, 11)];
    const puffs: [number, number, number][] = [
      [-1.1, 0.1, 0.75],
      [0, -0.35, 1],
      [1.1, 0, 0.8],
      [1.9, 0.3, 0.5],
      [-1.9, 0.35, 0.5]
    ];
    const parts = puffs.map(([dx, dy, r]) => ellipse(x + dx * s, y + dy * s * 0.7, r * s, r * s * 0.62));
    return [
      ...parts.map((path) => fill(path, shade(colour, 0.1))),
      ...puffs.map(([dx, dy, r]) =>
        fill(ellipse(x + dx * s - 0.3, y + dy * s * 0.7 - s * 0.12, r * s * 0.93, r * s * 0.54), colour)
      )
    ];
  };
}

const cloud = cloudOf("#fdfcf8");
const duskCloud = cloudOf("#f6b7a0");

function hillOf(colours: readonly string[]): Item {
  return (horizon, t, random) => {
    const [x, w, h] = [random.between(-10, 110), random.between(24, 48), random.between(6, 18)];
    const colour = mix(vary(random.pick(colours), random, 10), "#e8f3f2", 0.4 - t * 0.3);
    const path = blob([
      [x - w, horizon + 3, 0.3],
      [x - w * 0.4, horizon - h * 0.7],
      [x, horizon - h],
      [x + w * 0.5, horizon - h * 0.55],
      [x + w, horizon + 3, 0.3]
    ]);
    return flat(path, colour, 2);
  };
}

const hill = hillOf(["#7fae7a", "#8fa98a", "#7d9fae"]);
const snowHill = hillOf(["#dfe8f0", "#b8c9da", "#cdd9e6"]);

const mountain: Item = (horizon, t, random) => {
  const [x, w, h] = [random.between(0, 100), random.between(18, 34), random.between(14, 28)];
  const colour = mix(vary("#7f8fb0", random, 12), "#e8eef2", 0.4 - t * 0.25);
  return [
    fill(
      polygon([
        [x - w, horizon + 2],
        [x, horizon - h],
        [x + w, horizon + 2]
      ]),
      colour
    ),
    fill(
      polygon([
        [x, horizon - h],
        [x + w, horizon + 2],
        [x + w * 0.2, horizon + 2]
      ]),
      shade(colour, 0.16)
    ),
    fill(
      polygon([
        [x, horizon - h],
        [x + w * 0.28, horizon - h * 0.7],
        [x + w * 0.1, horizon - h * 0.74],
        [x - w * 0.06, horizon - h * 0.64],
        [x - w * 0.28, horizon - h * 0.7]
      ]),
      "#f7fafc"
    )
  ];
};

function place(horizon: number, t: number, random: Random): {x: number; y: number; s: number} {
  return {x: random.between(-4, 104), y: horizon + 2 + t * t * (100 - horizon) * 0.35, s: 0.45 + t * 0.55};
}

const tree: Item = (horizon, t, random) => {
  const {x, y, s} = place(horizon, t, random);
  const green = vary(random.pick(["#5f9c52", "#4f8a5b", "#86a84a", "#d98f42"]), random, 14);
  const crown = blob([
    [x - 13 * s, y - 22 * s],
    [x - 9 * s, y - 34 * s],
    [x, y - 40 * s],
    [x + 10 * s, y - 33 * s],
    [x + 13 * s, y - 21 * s],
    [x + 5 * s, y - 14 * s],
    [x - 6 * s, y - 14 * s]
  ]);
  return [
    ...flat(
      limb(
        [
          [x, y],
          [x, y - 20 * s]
        ],
        [5 * s, 3.4 * s]
      ),
      "#7a5a42",
      0.6
    ),
    ...solid(crown, green, 3 * s)
  ];
};

const fir: Item = (horizon, t, random) => {
  const {x, y, s} = place(horizon, t, random);
  const green = vary(random.pick(["#3f7a58", "#4a8a66", "#356b5a"]), random, 12);
  const tier = (top: number, bottom: number, w: number): Mark[] =>
    flat(
      polygon([
        [x - w * s, y - bottom * s],
        [x, y - top * s],
        [x + w * s, y - bottom * s]
      ]),
      green,
      1.6 * s
    );
  return [
    fill(box(x - 1.6 * s, y - 8 * s, 3.2 * s, 8 * s), "#7a5a42"),
    ...tier(24, 6, 12),
    ...tier(32, 15, 9.6),
    ...tier(40, 24, 7)
  ];
};

const palm: Item = (horizon, t, random) => {
  const {x, y, s} = place(horizon + 6, t, random);
  const lean = random.between(-7, 7) * s;
  const top: Point = [x + lean, y - 34 * s];
  const fronds = [-150, -110, -60, -20, 20, 200].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    const [dx, dy] = [Math.cos(angle) * 14 * s, Math.sin(angle) * 9 * s];
    return fill(
      limb([top, [top[0] + dx * 0.6, top[1] + dy], [top[0] + dx, top[1] + dy + 6 * s]], [2 * s, 3.4 * s, 0.8 * s]),
      shade("#5f9c52", degrees > 0 ? 0.2 : 0.04)
    );
  });
  return [fill(limb([[x, y], [x + lean * 0.3, y - 18 * s], top], [3.6 * s, 2.8 * s, 2.2 * s]), "#a37b54"), ...fronds];
};

const bush: Item = (horizon, t, random) => {
  const {x, y, s} = place(horizon, t, random);
  return solid(
    blob([
      [x - 11 * s, y],
      [x - 9 * s, y - 8 * s],
      [x - 2 * s, y - 11 * s],
      [x + 7 * s, y - 9 * s],
      [x + 11 * s, y - 1 * s],
      [x, y + 1.4 * s]
    ]),
    vary("#6a9f55", random, 16),
    2 * s
  );
};

const rock: Item = (horizon, t, random) => {
  const {x, y, s} = place(horizon + 5, t, random);
  return solid(
    blob([
      [x - 8 * s, y],
      [x - 6 * s, y - 6 * s],
      [x + 1 * s, y - 8.4 * s, 0.6],
      [x + 7 * s, y - 4 * s],
      [x + 8.4 * s, y + 0.6 * s],
      [x, y + 1.4 * s]
    ]),
    vary(random.pick(["#9a98a2", "#a89a8a", "#b5b3b8"]), random, 12),
    2 * s
  );
};

const house: Item = (horizon, t, random) => {
  const {x, y, s} = place(horizon, t * 0.6, random);
  const wall = vary(random.pick(["#f1e3c6", "#e9b99a", "#cfd8dc", "#e6d07f", "#d9a79a"]), random, 10);
  const [w, h] = [random.between(14, 22) * s, random.between(12, 18) * s];
  const window = (dx: number): Mark => fill(box(x + w * dx - 1.6 * s, y - h * 0.75, 3.2 * s, 4 * s, 0.3), "#6f8fa8");
  return [
    ...flat(box(x - w / 2, y - h, w, h), wall, 1),
    fill(
      polygon([
        [x - w * 0.6, y - h],
        [x - w * 0.36, y - h - 9 * s],
        [x + w * 0.36, y - h - 9 * s],
        [x + w * 0.6, y - h]
      ]),
      vary(random.pick(["#b5533c", "#8a5a4a", "#6f7488"]), random, 12)
    ),
    window(-0.3),
    window(0.3),
    fill(box(x - 1.8 * s, y - 7 * s, 3.6 * s, 7 * s), shade(wall, 0.5))
  ];
};

const block: Item = (horizon, t, random) => {
  const [x, w, h] = [random.between(-6, 100), random.between(9, 18), random.between(16, 44)];
  const wall = mix(
    vary(random.pick(["#b7a99a", "#9aa7b8", "#c9a08a", "#d4c6ac", "#8f95a8"]), random, 12),
    "#e8f3f2",
    0.35 - t * 0.3
  );
  const windows = Array.from({length: Math.floor(h / 6)}, (_, row) =>
    [0.18, 0.58].map((dx) =>
      fill(box(x + w * dx, horizon - h + 3 + row * 6, w * 0.24, 3), random.chance(0.25) ? "#f7e3a0" : shade(wall, 0.32))
    )
  ).flat();
  return [...flat(box(x, horizon - h, w, h + 3), wall, 1), ...windows];
};

const lamp: Item = (horizon, t, random) => {
  const {x, y, s} = place(horizon, t, random);
  return [
    stroke(
      [
        [x, y],
        [x, y - 36 * s, 0],
        [x + 5 * s, y - 40 * s]
      ],
      "#5b5f70",
      1.5 * s
    ),
    fill(ellipse(x + 6 * s, y - 39 * s, 3 * s, 1.8 * s), "#ffe9a8")
  ];
};

const flower: Item = (horizon, t, random) => {
  const {x, y} = place(horizon + 14, t + 0.4, random);
  const petal = random.pick(["#f2d34f", "#e8768a", "#fdfcf8", "#b58ad9", "#f0883e"]);
  return [
    stroke(
      [
        [x, y],
        [x + 0.6, y - 5]
      ],
      "#5b8a45",
      0.8
    ),
    ...[0, 1, 2, 3, 4].map((i) =>
      fill(ellipse(x + 0.6 + Math.cos(i * 1.257) * 1.5, y - 5.6 + Math.sin(i * 1.257) * 1.5, 1.2), petal)
    ),
    fill(ellipse(x + 0.6, y - 5.6, 1), shade(petal, 0.4))
  ];
};

function grassOf(colours: readonly string[]): Item {
  return (horizon, t, random) => {
    const {x, y, s} = place(horizon + 10, t + 0.25, random);
    const colour = vary(random.pick(colours), random, 12);
    return [-3, -1, 1.4, 3.4].map((dx) =>
      fill(
        blob([
          [x + dx * s - 0.8, y, 0.2],
          [x + dx * 1.7 * s, y - (7 - Math.abs(dx)) * s, 0.2],
          [x + dx * s + 0.8, y, 0.2]
        ]),
        colour
      )
    );
  };
}

const grass = grassOf(["#5f9445", "#7aa64e", "#4f8048"]);
const reed: Item = (horizon, t, random) => {
  const {x, y} = place(horizon, t, random);
  const h = random.between(14, 26);
  return [
    stroke(
      [
        [x, y + 3],
        [x + 1.4, y - h]
      ],
      "#5f8a4c",
      1
    ),
    fill(
      limb(
        [
          [x + 1.1, y - h * 0.76],
          [x + 1.4, y - h]
        ],
        [2.2, 2]
      ),
      "#7a5236"
    )
  ];
};

const nearGrass: Item = (_, __, random) => {
  const x = random.between(-4, 104);
  const h = random.between(5, 12);
  return [-4, -2, 0, 2, 4].map((dx) =>
    fill(
      blob([
        [x + dx - 1.2, 102, 0.2],
        [x + dx * 2, 100 - h + Math.abs(dx), 0.2],
        [x + dx + 1.2, 102, 0.2]
      ]),
      vary("#4f7f42", random, 14)
    )
  );
};

function waveOf(colour: string): Item {
  return (horizon, t, random) => {
    const [x, y, w] = [random.between(-5, 100), horizon + 4 + t * (94 - horizon), 3 + t * 7];
    return [
      stroke(
        [
          [x - w, y],
          [x - w * 0.5, y - w * 0.16],
          [x, y],
          [x + w * 0.5, y - w * 0.16],
          [x + w, y]
        ],
        colour,
        0.6 + t * 0.7
      )
    ];
  };
}

const wave = waveOf("#dff0f2");
const lily: Item = (horizon, t, random) => {
  const {x, y, s} = place(horizon + 10, t + 0.3, random);
  const pad = ellipse(x, y, 8 * s, 3.4 * s);
  return [
    ...flat(pad, vary("#7aa84f", random, 12), 0.8),
    fill(
      polygon([
        [x, y],
        [x + 8 * s, y - 1.6 * s],
        [x + 8 * s, y + 1.2 * s]
      ]),
      "#4f8a96"
    ),
    ...(random.chance(0.3) ? [fill(ellipse(x - 2 * s, y - 1.6 * s, 2.4 * s, 1.6 * s), "#f5b7c6")] : [])
  ];
};

const picture: Item = (horizon, _, random) => {
  const [x, w, h] = [random.between(4, 80), random.between(12, 22), random.between(10, 18)];
  const y = Math.max(2, random.between(0.1, 0.45) * horizon);
  const frame = box(x + 1.6, y + 1.6, w - 3.2, h - 3.2);
  return [
    ...flat(box(x, y, w, h), "#9a6f48", 0.8),
    fill(frame, vary("#cfe0d6", random, 20)),
    inside(frame, fill(ellipse(x + w * 0.4, y + h, w * 0.5, h * 0.45), vary("#7f9a6a", random, 30)))
  ];
};

const window: Item = (horizon, _, random) => {
  const x = random.between(4, 68);
  const [y, h] = [horizon * 0.12, horizon * 0.55];
  return [
    ...flat(box(x, y, 26, h), "#f6efe0", 0.8),
    fill(box(x + 2, y + 2, 22, h - 4), "#a8d3e8"),
    fill(box(x + 12.2, y, 1.6, h), "#f6efe0"),
    fill(box(x, y + h / 2 - 0.8, 26, 1.6), "#f6efe0")
  ];
};

const plant: Item = (horizon, _, random) => {
  const x = random.pick([random.between(4, 22), random.between(78, 96)]);
  const y = horizon + 5;
  const leaves = [-50, -25, 0, 25, 50].map((lean) =>
    fill(
      limb(
        [
          [x, y - 9],
          [x + lean * 0.14, y - 20],
          [x + lean * 0.3, y - 28 + Math.abs(lean) * 0.16]
        ],
        [1.6, 5, 1]
      ),
      shade("#5f9c62", lean > 0 ? 0.2 : 0.05)
    )
  );
  return [
    ...leaves,
    ...flat(
      polygon([
        [x - 6, y - 10],
        [x + 6, y - 10],
        [x + 4.4, y],
        [x - 4.4, y]
      ]),
      vary("#c9714a", random, 14),
      1
    )
  ];
};

const rug: Item = (horizon, _, random) => {
  const colour = vary(random.pick(["#b5645a", "#5f7f9a", "#c9a25a", "#7a9a7a"]), random, 14);
  const y = horizon + (100 - horizon) * 0.55;
  return [
    fill(ellipse(50, y, 42, (100 - horizon) * 0.3), colour),
    fill(ellipse(50, y, 34, (100 - horizon) * 0.22), tint(colour, 0.3))
  ];
};

const ball: Item = (horizon, _, random) => {
  const [x, y] = [random.between(6, 94), horizon + (100 - horizon) * random.between(0.3, 0.85)];
  return solid(ellipse(x, y, 4.4), vary(random.pick(["#e0584c", "#4f8fc4", "#f0c24b"]), random, 10), 1.4);
};

const confetti: Item = (_, __, random) => [
  fill(
    ellipse(random.between(0, 100), random.between(0, 100), random.between(1, 3.4)),
    vary(random.pick(["#e9c37a", "#d98f7a", "#8fb8b0", "#b9a3cf", "#fffaf0"]), random, 14),
    0.7
  )
];

const flake: Item = (_, __, random) =>
  [0, 1, 2].map(() =>
    fill(ellipse(random.between(0, 100), random.between(0, 100), random.between(0.6, 1.4)), "#ffffff", 0.9)
  );

const island: Item = (horizon, _, random) => {
  const [x, w, h] = [random.between(0, 100), random.between(10, 24), random.between(4, 10)];
  return flat(
    blob([
      [x - w, horizon + 0.6, 0],
      [x - w * 0.4, horizon - h * 0.8],
      [x + w * 0.2, horizon - h],
      [x + w, horizon + 0.6, 0]
    ]),
    vary(random.pick(["#7d9a8a", "#8a97ae", "#a3a17f"]), random, 12),
    1.4
  );
};

const sceneries: Readonly<Record<BackgroundName, Scenery>> = {
  sky: {far: [cloud], near: [cloud], before: []},
  meadow: {
    far: [cloud, cloud, hill, mountain],
    near: [tree, bush, flower, grass, grass, rock, house],
    before: [nearGrass]
  },
  sea: {far: [cloud, cloud, island], near: [wave], before: [wave]},
  road: {far: [cloud, hill, mountain, block], near: [tree, bush, house, lamp, fir], before: []},
  forest: {far: [fir, tree], near: [tree, fir, bush, grass, rock], before: [nearGrass]},
  room: {far: [picture, window, picture], near: [plant, rug, ball], before: []},
  sunset: {far: [duskCloud, island], near: [grass], before: []},
  snow: {far: [mountain, snowHill, cloud], near: [fir, fir, rock, house], before: [flake]},
  studio: {far: [confetti], near: [confetti], before: []},
  beach: {far: [cloud, island], near: [palm, rock, ball], before: []},
  pond: {far: [cloud, hill], near: [reed, lily, wave, lily], before: [nearGrass]},
  town: {far: [block, block, cloud], near: [block, lamp, house, tree], before: []}
};
