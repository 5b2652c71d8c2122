/** A network of modules as one stream: ribbons as thick as their maps have channels, from the stem through every branch to the head. */

/** A branch: its channels at the narrowest layer and at the end. */
export interface FlowBranch {
  kind: string;
  waist: number;
  out: number;
}

/** A module: its branches in the order of the concatenation, and the side of its maps. */
export interface FlowModule {
  name: string;
  side: number;
  branches: readonly FlowBranch[];
}

/** A closed shape as SVG path data, and the module and kind of branch it belongs to; bands of all channels are "other". */
export interface FlowRibbon {
  kind: string;
  module: string;
  path: string;
}

/** Modules on maps of one size, between two places along the stream. */
export interface FlowStage {
  side: number;
  from: number;
  to: number;
}

/** The picture: `length` along the stream, `breadth` across it. */
export interface Flow {
  length: number;
  breadth: number;
  ribbons: FlowRibbon[];
  stages: FlowStage[];
}

/** An edge across the stream: its place along it, its centre, and its thickness. */
interface Edge {
  along: number;
  centre: number;
  thickness: number;
}

const SCALE = 0.3; // units per channel
const LANE_GAP = 15; // between branches
const STEP = 92; // a module's length
const STAGE_GAP = 26; // where a pool halves the map
const STEM_STEP = 50;
const HEAD = 44;
const UPRIGHT = 0.66; // a phone is not that tall
// Parts of a module's length where the lanes begin, begin to widen, and meet.
const [SPLIT, SWELL, MEET] = [0.26, 0.42, 0.84];

/**
 * Draws the stream from left to right, or from the top down, and then shorter, if `upright`.
 * @param stem channels after each layer before the first module, the picture's three first
 * @param classes how many numbers the head gives
 */
export function flow(
  stem: readonly number[],
  modules: readonly FlowModule[],
  classes: number,
  {upright = false} = {}
): Flow {
  const breadth = SCALE * Math.max(...modules.map(width), ...stem) + 2;
  const middle = breadth / 2;
  const stretch = upright ? UPRIGHT : 1;
  const draw = (edges: readonly Edge[]): string =>
    outline(
      edges.map((edge) => ({...edge, along: stretch * edge.along})),
      upright
    );
  const band = (module: string, ...edges: (readonly [along: number, channels: number])[]): FlowRibbon => ({
    ...{module, kind: "other"},
    path: draw(edges.map(([along, channels]) => ({along, centre: middle, thickness: SCALE * channels})))
  });

  let along = STEM_STEP * (stem.length - 1);
  let before = stem.at(-1)!;
  const ribbons = [band("", ...stem.map((channels, i) => [STEM_STEP * i, channels] as const))];
  const stages: FlowStage[] = [];
  for (const module of modules) {
    if (stages.at(-1)?.side !== module.side) {
      if (stages.length > 0) ribbons.push(band(module.name, [along, before], [along + STAGE_GAP, before]));
      if (stages.length > 0) along += STAGE_GAP;
      stages.push({side: module.side, from: along, to: along});
    }
    const lanes = lanesOf(module, middle);
    const fan = lanes.at(-1)!.centre + lanes.at(-1)!.thickness / 2 - (lanes[0]!.centre - lanes[0]!.thickness / 2);
    ribbons.push(band(module.name, [along, before], [along + SPLIT * STEP, fan / SCALE]));
    ribbons.push(
      ...branchRibbons(module, lanes, along, middle).map(({edges, ...rest}) => ({...rest, path: draw(edges)}))
    );
    along += STEP;
    before = width(module);
    stages.at(-1)!.to = along;
  }
  ribbons.push(band("", [along, before], [along + HEAD, classes]));
  const stretched = stages.map(({side, from, to}) => ({side, from: stretch * from, to: stretch * to}));
  return {length: stretch * (along + HEAD), breadth, ribbons, stages: stretched};
}

const width = ({branches}: FlowModule): number => branches.reduce((sum, {out}) => sum + out, 0);

/** Where each branch lies at its narrowest: side by side with gaps, in the middle. */
function lanesOf({branches}: FlowModule, middle: number): Omit<Edge, "along">[] {
  const thick = branches.map(({waist}) => SCALE * waist);
  let top = middle - thick.reduce((sum, one) => sum + one + LANE_GAP, -LANE_GAP) / 2;
  return thick.map((thickness) => {
    const centre = top + thickness / 2;
    top += thickness + LANE_GAP;
    return {centre, thickness};
  });
}

function branchRibbons(module: FlowModule, lanes: readonly Omit<Edge, "along">[], along: number, middle: number) {
  let top = middle - (SCALE * width(module)) / 2;
  return module.branches.map(({kind, out}, i) => {
    const joined = {centre: top + (SCALE * out) / 2, thickness: SCALE * out};
    top += SCALE * out;
    const places = [
      [SPLIT, lanes[i]!],
      [SWELL, lanes[i]!],
      [MEET, joined],
      [1, joined]
    ] as const;
    return {kind, module: module.name, edges: places.map(([part, edge]) => ({along: along + part * STEP, ...edge}))};
  });
}

/** Down one side of the edges and back up the other, with tangents along the stream. */
function outline(edges: readonly Edge[], upright: boolean): string {
  const print = (x: number): string => String(Math.round(x * 10) / 10);
  const at = (along: number, across: number): string =>
    (upright ? [across, along] : [along, across]).map(print).join(" ");
  const side = (sign: 1 | -1): {along: number; across: number}[] =>
    edges.map(({along, centre, thickness}) => ({along, across: centre + (sign * thickness) / 2}));
  const run = (points: readonly {along: number; across: number}[]): string =>
    points
      .slice(1)
      .map((to, i) => {
        const from = points[i]!;
        const half = (from.along + to.along) / 2;
        return `C${at(half, from.across)} ${at(half, to.across)} ${at(to.along, to.across)}`;
      })
      .join("");
  const [near, far] = [side(-1), side(1).toReversed()];
  return `M${at(near[0]!.along, near[0]!.across)}${run(near)}L${at(far[0]!.along, far[0]!.across)}${run(far)}Z`;
}
