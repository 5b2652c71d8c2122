/**
 * What a figure hands to the chapter's notebook: the numbers it shows, in an attribute `data-take` of its frame, so that a build
 * finds the chapter's own numbers there and a reader's browser the reader's.
 */
import type {Link} from "../../lib/analysis/bottleneck.ts";
import type {Layer, Way} from "../../lib/analysis/factorise.ts";
import type {InceptionWidths} from "../../lib/nets/inception-v1.ts";
import type {StageKind} from "../../lib/nets/stages.ts";

/** A convolution of a way, or a mean over its window: height and width of the window, channels in and out, groups. */
export interface TakenLayer {
  kernel: readonly [number, number];
  in: number;
  out: number;
  groups: number;
  /** Laid on the map once and without padding, as a dense layer is; otherwise at every place. */
  once?: true;
  pool?: true;
}

/**
 * A network of the registry, the block of one of its stages at a percentage of its widths, the designed module, or ways to do the
 * same thing on a map of a height and width.
 */
export type Take =
  | {kind: "net"; of: string}
  | {kind: "block"; of: string; stage: StageKind; percent: number; inputs: boolean}
  | {kind: "module"; widths: InceptionWidths; input: readonly number[]}
  | {kind: "ways"; height: number; width: number; ways: readonly {name: string; layers: readonly TakenLayer[]}[]};

/** Ways of a calculator as a notebook takes them. */
export function takenWays(
  ways: readonly Way[],
  [height, width]: readonly [number, number],
  names: Readonly<Record<string, string>>
): Take {
  const taken = ways.map(({id, layers}) => ({
    name: names[id] ?? id,
    layers: layers.map((layer) => takenLayer(layer, height * width))
  }));
  return {kind: "ways", height, width, ways: taken};
}

/** Chains of square convolutions as a notebook takes them. */
export function takenLinks(
  ways: Readonly<Record<string, readonly Link[]>>,
  [height, width]: readonly [number, number]
): Take {
  const taken = Object.entries(ways).map(([name, links]) => ({
    name,
    layers: links.map(({kernel, in: from, out}) => ({kernel: [kernel, kernel] as const, in: from, out, groups: 1}))
  }));
  return {kind: "ways", height, width, ways: taken};
}

const takenLayer = ({kernel, in: from, out, groups, pool, positions}: Layer, places: number): TakenLayer => ({
  ...{kernel: [kernel[0], kernel[1]], in: from, out, groups},
  ...(positions !== places && {once: true}),
  ...(pool && {pool})
});
