/**
 * The family's line of descent: on each of three grids one module of every network, and which layer of it is which layer of the next.
 *
 * Nothing in the papers says that a layer "is" another. The table is this site's reading, a reason for each line, and decides what the
 * time machine moves and what it lets appear.
 */

/** The networks in order. Of GoogLeNet with naive modules only the module is the paper's; nobody trained the network. */
export const LINE = [
  "nin@imagenet",
  "inception-naive@paper",
  "googlenet@bvlc",
  "bn-inception@slim",
  "inception-v3@torchvision",
  "inception-v4@timm",
  "inception-resnet-v2@timm"
] as const;

/** A grid that all of them have: maps of 27 to 35 pixels a side, of 13 to 17, of 6 to 8. */
export type Grid = "early" | "middle" | "late";

/** A layer through the generations: its path within each network's module, null where there is none. */
export interface Lineage {
  id: string;
  /** In the order of `LINE`. */
  paths: readonly (string | null)[];
  why: string;
}

/** The modules of one grid, in the order of `LINE`: the first that each network has there. */
export interface Generation {
  modules: readonly string[];
  layers: readonly Lineage[];
}

const BRANCHES = "sum/residual/branches";
const RESIDUAL = "sum/residual";

const line = (id: string, why: string, ...paths: (string | null)[]): Lineage => ({id, paths, why});

const POOL = [
  line(
    "pool",
    "the branch without weights; the residual blocks have none",
    null,
    "pool",
    "pool/pool",
    "pool/pool",
    "pool/pool",
    "pool/pool",
    null
  ),
  line(
    "pool.project",
    "a pool cannot make a map narrow, so V1 puts a 1×1 behind it",
    null,
    null,
    "pool/proj",
    "pool/proj",
    "pool/proj",
    "pool/proj",
    null
  )
];

const NIN_SECOND = line(
  "nin.second",
  "NIN’s second 1×1 has no heir: the naive module does without reductions",
  "cccp2",
  null,
  null,
  null,
  null,
  null,
  null
);

const EXPANSION = line(
  "expand",
  "what is added must have the input’s channels",
  null,
  null,
  null,
  null,
  null,
  null,
  `${RESIDUAL}/expand`
);

const ONE = line(
  "1x1",
  "NIN’s 1×1 becomes a branch of its own, and stays one in every version",
  "cccp1",
  "1x1",
  "1x1",
  "1x1",
  "1x1",
  "1x1",
  `${BRANCHES}/1x1`
);

/** By grid. */
export const GENERATIONS: Readonly<Record<Grid, Generation>> = {
  early: {
    modules: ["mlpconv2", "3a", "3a", "3a", "mixed5b", "mixed5b", "block35_1"],
    layers: [
      ONE,
      line(
        "3x3.reduce",
        "the 1×1 in front of the second branch’s window",
        null,
        null,
        "3x3/reduce",
        "3x3/reduce",
        "5x5/reduce",
        "3x3/reduce",
        `${BRANCHES}/3x3/reduce`
      ),
      line(
        "3x3",
        "the second branch’s one window; released V3 has a 5×5 there",
        null,
        "3x3",
        "3x3/conv",
        "3x3/conv",
        "5x5/conv",
        "3x3/conv",
        `${BRANCHES}/3x3/conv`
      ),
      line(
        "5x5.reduce",
        "the 1×1 in front of the wide branch",
        null,
        null,
        "5x5/reduce",
        "3x3dbl/reduce",
        "3x3dbl/reduce",
        "3x3dbl/reduce",
        `${BRANCHES}/3x3dbl/reduce`
      ),
      line(
        "5x5",
        "NIN’s window here is a 5×5; from BN-Inception on the first of two 3×3",
        "conv",
        "5x5",
        "5x5/conv",
        "3x3dbl/conv1",
        "3x3dbl/conv1",
        "3x3dbl/conv1",
        `${BRANCHES}/3x3dbl/conv1`
      ),
      line(
        "5x5.second",
        "the second 3×3, which makes the window 5×5 again",
        null,
        null,
        null,
        "3x3dbl/conv2",
        "3x3dbl/conv2",
        "3x3dbl/conv2",
        `${BRANCHES}/3x3dbl/conv2`
      ),
      ...POOL,
      NIN_SECOND,
      EXPANSION
    ]
  },
  middle: {
    modules: ["mlpconv3", "4a", "4a", "4a", "mixed6b", "mixed6b", "block17_1"],
    layers: [
      ONE,
      line(
        "3x3.reduce",
        "the 1×1 in front of the second branch’s window",
        null,
        null,
        "3x3/reduce",
        "3x3/reduce",
        "7x7/reduce",
        "7x7/reduce",
        `${BRANCHES}/7x7/reduce`
      ),
      line(
        "3x3",
        "NIN’s window here is a 3×3; V3 makes the branch’s window 7×7, as a row and a column, of which this is the row",
        "conv",
        "3x3",
        "3x3/conv",
        "3x3/conv",
        "7x7/1x7",
        "7x7/1x7",
        `${BRANCHES}/7x7/1x7`
      ),
      line("3x3.second", "the column of the 7×7", null, null, null, null, "7x7/7x1", "7x7/7x1", `${BRANCHES}/7x7/7x1`),
      line(
        "5x5.reduce",
        "the 1×1 in front of the wide branch",
        null,
        null,
        "5x5/reduce",
        "3x3dbl/reduce",
        "7x7dbl/reduce",
        "7x7dbl/reduce",
        null
      ),
      line(
        "5x5",
        "the widest window: one 5×5, then the first of two 3×3, then of two 7×7",
        null,
        "5x5",
        "5x5/conv",
        "3x3dbl/conv1",
        "7x7dbl/7x1a",
        "7x7dbl/7x1a",
        null
      ),
      line(
        "5x5.second",
        "what follows the first window",
        null,
        null,
        null,
        "3x3dbl/conv2",
        "7x7dbl/1x7a",
        "7x7dbl/1x7a",
        null
      ),
      line("5x5.third", "two 7×7 are four layers", null, null, null, null, "7x7dbl/7x1b", "7x7dbl/7x1b", null),
      line("5x5.fourth", "two 7×7 are four layers", null, null, null, null, "7x7dbl/1x7b", "7x7dbl/1x7b", null),
      ...POOL,
      NIN_SECOND,
      EXPANSION
    ]
  },
  late: {
    modules: ["mlpconv4", "5a", "5a", "5a", "mixed7b", "mixed7b", "block8_1"],
    layers: [
      ONE,
      line(
        "3x3.reduce",
        "the 1×1 in front of the second branch’s window",
        null,
        null,
        "3x3/reduce",
        "3x3/reduce",
        "3x3/reduce",
        "3x3/reduce",
        `${BRANCHES}/3x3/reduce`
      ),
      line(
        "3x3",
        "NIN’s window here is a 3×3; V3 splits it into a row and a column, of which this is the row",
        "conv",
        "3x3",
        "3x3/conv",
        "3x3/conv",
        "3x3/split/1x3",
        "3x3/split/1x3",
        `${BRANCHES}/3x3/1x3`
      ),
      line(
        "3x3.second",
        "the column: beside the row in V3 and V4, behind it in the residual block",
        null,
        null,
        null,
        null,
        "3x3/split/3x1",
        "3x3/split/3x1",
        `${BRANCHES}/3x3/3x1`
      ),
      line(
        "5x5.reduce",
        "the 1×1 in front of the wide branch",
        null,
        null,
        "5x5/reduce",
        "3x3dbl/reduce",
        "3x3dbl/reduce",
        "3x3dbl/reduce",
        null
      ),
      line(
        "5x5",
        "one 5×5, then the first of two 3×3; V4 writes it as a column and a row, of which this is the column",
        null,
        "5x5",
        "5x5/conv",
        "3x3dbl/conv1",
        "3x3dbl/conv",
        "3x3dbl/3x1",
        null
      ),
      line("5x5.row", "the row of V4’s pair", null, null, null, null, null, "3x3dbl/1x3", null),
      line(
        "5x5.second",
        "the second 3×3; V3 splits it, and this is the row",
        null,
        null,
        null,
        "3x3dbl/conv2",
        "3x3dbl/split/1x3",
        "3x3dbl/split/1x3",
        null
      ),
      line(
        "5x5.beside",
        "the column beside that row",
        null,
        null,
        null,
        null,
        "3x3dbl/split/3x1",
        "3x3dbl/split/3x1",
        null
      ),
      ...POOL,
      NIN_SECOND,
      EXPANSION
    ]
  }
};

/** The identities of one network's layers on a grid, by path within its module. */
export function identities(grid: Grid, member: number): ReadonlyMap<string, string> {
  return new Map(
    GENERATIONS[grid].layers.flatMap(({id, paths}) => {
      const path = paths[member];
      return path == null ? [] : [[path, id] as const];
    })
  );
}
