/** What the time machine shows, worked out from the descriptions when the site is built. */
import {depth} from "../../lib/analysis/depth.ts";
import {measure, type Sheet} from "../../lib/analysis/measure.ts";
import {total} from "../../lib/analysis/total.ts";
import {GENERATIONS, type Grid, identities, LINE} from "../../lib/nets/lineage.ts";
import {network} from "../../lib/nets/registry.ts";
import {flatten, scopeAt} from "../../lib/spec/graph.ts";
import {exact, percent, times} from "../../lib/viz/format.ts";
import {type FrameLane, type ModuleFrame, moduleFrame} from "../../lib/viz/module-frame.ts";
import {timeMachineStrings} from "../strings/time-machine.ts";

/** A network in the line. */
export interface Member {
  id: string;
  year: number;
  params: number;
  macs: number;
  depth: number;
}

/** A step: its module, what is said of it, and the number that is said. */
export interface Step {
  path: string;
  macs: number;
  frame: ModuleFrame;
  sentence: string;
  value: string;
  number: string;
}

/** Everything, by grid and in the order of the line. */
export interface Machine {
  members: readonly Member[];
  grids: Readonly<Partial<Record<Grid, readonly Step[]>>>;
}

/** The measured networks of the line, for their silhouettes. */
export const lineSheets: readonly Sheet[] = LINE.map((id) => {
  const {net, input} = network(id);
  return measure(flatten(net()), input);
});

/** The machine for some of the grids. */
export function timeMachine(grids: readonly Grid[]): Machine {
  const members = LINE.map((id, i) => ({
    ...{id, year: network(id).year, depth: depth(lineSheets[i]!)},
    ...pick(total(lineSheets[i]!))
  }));
  return {members, grids: Object.fromEntries(grids.map((grid) => [grid, steps(grid)]))};
}

const pick = ({params, macs}: {params: number; macs: number}) => ({params, macs});

function steps(grid: Grid): Step[] {
  const words = timeMachineStrings.en.steps[grid];
  const numbers = NUMBERS[grid];
  return lineSheets.map((sheet, i) => {
    const path = GENERATIONS[grid].modules[i]!;
    const frame = moduleFrame(sheet, path, identities(grid, i));
    return {path, macs: macsAt(i, path), frame, value: numbers[i]!(frame, grid), ...words[i]!};
  });
}

const [NIN, NAIVE, V1, BN, V3, V4, RESNET] = [0, 1, 2, 3, 4, 5, 6] as const;

/** Multiply–adds of a scope of a member; of the whole network unless told. */
function macsAt(member: number, path = ""): number {
  const sheet = lineSheets[member]!;
  return total(sheet, scopeAt(sheet.graph, path)!).macs;
}

const moduleMacs = (member: number, grid: Grid): number => macsAt(member, GENERATIONS[grid].modules[member]);
const ofModule = (member: number, grid: Grid, path: string): number =>
  macsAt(member, `${GENERATIONS[grid].modules[member]!}/${path}`);

/** Area of a convolution's window. */
function area(member: number, path: string): number {
  const {graph, rows} = lineSheets[member]!;
  const op = rows.slice(scopeAt(graph, path)!.start).find(({op: {kind}}) => kind === "conv")!.op;
  return op.kind === "conv" ? op.kernel[0] * op.kernel[1] : 0;
}

type Number = (frame: ModuleFrame, grid: Grid) => string;

const smallShare: Number = (_, grid) =>
  percent(ofModule(NIN, grid, "cccp1") + ofModule(NIN, grid, "cccp2"), moduleMacs(NIN, grid));
const more: Number = ({input, output}) => exact(output - input);
const outputs: Number = ({output}) => exact(output);
const ofNaive: Number = (_, grid) => percent(moduleMacs(V1, grid), moduleMacs(NAIVE, grid));
const twoForOne: Number = () =>
  percent(area(BN, "3a/3x3dbl/conv1") + area(BN, "3a/3x3dbl/conv2"), area(V1, "3a/5x5/conv"));
const expanded: Number = (_, grid) => percent(ofModule(RESNET, grid, "sum/residual/expand"), moduleMacs(RESNET, grid));
const ends = ({split}: FrameLane): number =>
  Math.max(
    1,
    split.reduce((sum, lane) => sum + ends(lane), 0)
  );

const NUMBERS: Readonly<Record<Grid, readonly Number[]>> = {
  early: [
    smallShare,
    more,
    ofNaive,
    twoForOne,
    ({side}) => times(side ** 2, sideOf(BN, "3a") ** 2).replace("×", ""),
    outputs,
    expanded
  ],
  middle: [
    smallShare,
    more,
    () => percent(macsAt(V1), macsAt(NAIVE)),
    twoForOne,
    () => percent(area(V3, "mixed6b/7x7/1x7") + area(V3, "mixed6b/7x7/7x1"), 7 * 7),
    () => times(moduleMacs(V4, "middle"), moduleMacs(V3, "middle")).replace("×", ""),
    expanded
  ],
  late: [
    outputs,
    ({lanes, output}) => percent(lanes.at(-1)!.bars.at(-1)!.channels, output),
    ofNaive,
    twoForOne,
    outputs,
    ({lanes}) => exact(lanes.reduce((sum, lane) => sum + ends(lane), 0)),
    expanded
  ]
};

function sideOf(member: number, path: string): number {
  const {graph, rows} = lineSheets[member]!;
  return rows[scopeAt(graph, path)!.output]!.shape[0]!;
}
