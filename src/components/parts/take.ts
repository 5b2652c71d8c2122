/**
 * What a figure hands to the chapter's notebook: the numbers it shows, in an attribute `data-take` of its frame, so that a build
 * finds the chapter's own numbers there and a reader's browser the reader's.
 */
import type {Link} from "../../lib/analysis/bottleneck.ts";
import type {Layer, Way} from "../../lib/analysis/factorise.ts";
import type {InceptionWidths} from "../../lib/nets/inception-v1.ts";

/** A convolution of a way: height and width of the window, channels in and out, groups. */
export interface TakenLayer {
  kernel: readonly [number, number];
  in: number;
  out: number;
  groups: number;
}

/** A network of the registry, the designed module, or ways to do the same thing on a map of a height and width. */
export type Take =
  | {kind: "net"; of: string}
  | {kind: "module"; widths: InceptionWidths; input: readonly number[]}
  | {kind: "ways"; height: number; width: number; ways: readonly {name: string; layers: readonly TakenLayer[]}[]};

/** Ways of a calculator as a notebook takes them; undefined if they are more than convolutions. */
export function takenWays(
  ways: readonly Way[],
  [height, width]: readonly [number, number],
  names: Readonly<Record<string, string>>
): Take | undefined {
  if (ways.some(({layers}) => layers.some((layer) => layer.pool || layer.positions !== height * width)))
    return undefined;
  const taken = ways.map(({id, layers}) => ({name: names[id] ?? id, layers: layers.map(plain)}));
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

const plain = ({kernel, in: from, out, groups}: Layer): TakenLayer => ({
  ...{kernel: [kernel[0], kernel[1]], in: from, out, groups}
});
