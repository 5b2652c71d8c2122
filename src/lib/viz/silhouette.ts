/** The silhouette of one module: ribbons whose thickness is channels, from one input through every branch to the concatenation. */

/** A branch's channel counts after each of its layers, first to last, e.g. [96, 128] for a reduction and a 3×3. */
export interface Strand {
  kind: string;
  channels: readonly number[];
}

/** A closed outline in SVG path data, and the branch it belongs to. */
export interface Ribbon {
  kind: string;
  path: string;
}

/** What to draw: the size of the picture in its own units, the input's band, and one ribbon per branch. */
export interface Silhouette {
  width: number;
  height: number;
  input: string;
  ribbons: Ribbon[];
}

interface Edge {
  x: number;
  top: number;
  bottom: number;
}

const SCALE = 0.62; // units per channel
const GAP = 30; // between branches
const WIDTH = 1000;

/** Draws a module that splits `input` channels into strands and concatenates them again, from left to right. */
export function silhouette(input: number, strands: readonly Strand[]): Silhouette {
  const lanes = strands.map(({channels}) => SCALE * Math.max(...channels));
  const height = Math.max(
    input * SCALE,
    lanes.reduce((sum, lane) => sum + lane + GAP, -GAP)
  );
  const middle = height / 2;
  const source = around(0, middle, input * SCALE);
  const joined = SCALE * strands.reduce((sum, {channels}) => sum + (channels.at(-1) ?? 0), 0);

  let laneTop = (height - lanes.reduce((sum, lane) => sum + lane + GAP, -GAP)) / 2;
  let joinTop = middle - joined / 2;
  const ribbons = strands.map(({kind, channels}, i): Ribbon => {
    const lane = lanes[i] ?? 0;
    const centre = laneTop + lane / 2;
    const share = SCALE * (channels.at(-1) ?? 0);
    const end = {top: joinTop, bottom: joinTop + share};
    laneTop += lane + GAP;
    joinTop += share;
    return {
      kind,
      path: outline([{...source, x: 110}, ...layers(channels, centre), {...end, x: 880}, {...end, x: WIDTH}])
    };
  });
  return {width: WIDTH, height, input: outline([source, {...source, x: 110}]), ribbons};
}

/** A branch's straight pieces, one per layer, spread over the middle of the picture. */
function layers(channels: readonly number[], centre: number): Edge[] {
  const from = 330;
  const span = 340 / channels.length;
  return channels.flatMap((count, i) => {
    const start = from + i * span + (i > 0 ? 35 : 0);
    const end = from + (i + 1) * span - (i < channels.length - 1 ? 35 : 0);
    return [around(start, centre, count * SCALE), around(end, centre, count * SCALE)];
  });
}

function around(x: number, centre: number, thickness: number): Edge {
  return {x, top: centre - thickness / 2, bottom: centre + thickness / 2};
}

/** Along the top edges from left to right, and back along the bottom ones, with horizontal tangents. */
function outline(edges: readonly Edge[]): string {
  const back = edges.toReversed();
  return `M${print(edges[0]?.x ?? 0)} ${print(edges[0]?.top ?? 0)}${run(edges, "top")}V${print(back[0]?.bottom ?? 0)}${run(back, "bottom")}Z`;
}

function run(edges: readonly Edge[], side: "top" | "bottom"): string {
  return edges
    .slice(1)
    .map((edge, i) => {
      const from = edges[i] ?? edge;
      const middle = (from.x + edge.x) / 2;
      return `C${[middle, from[side], middle, edge[side], edge.x, edge[side]].map(print).join(" ")}`;
    })
    .join("");
}

function print(value: number): string {
  return String(Math.round(value * 10) / 10);
}
