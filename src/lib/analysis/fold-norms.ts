/** A network as it is often deployed: batch normalisation folded into the convolution before it. */
import type {Named, Net, Op} from "../spec/net.ts";

/**
 * The net without the normalisations that directly follow a convolution or dense layer, which get a bias instead.
 *
 * At inference a normalisation is one factor and one offset per channel: the factor goes into the weights, the offset
 * becomes the bias, so shapes, multiply–adds and results stay. Other normalisations stay where they are.
 */
export function foldNorms(net: Net): Net {
  if (net.kind === "tap") return {...net, net: foldNorms(net.net)};
  if (net.kind === "fork") return {...net, parts: net.parts.map(([name, part]) => [name, foldNorms(part)])};
  if (net.kind === "series") return {...net, parts: foldSeries(net.parts)};
  return net;
}

function foldSeries(parts: readonly Named[]): Named[] {
  return parts.flatMap(([name, part], i): Named[] => {
    if (part.kind === "batchNorm" && takesBias(parts[i - 1]?.[1])) return [];
    return takesBias(part) && parts[i + 1]?.[1].kind === "batchNorm"
      ? [[name, {...part, bias: true}]]
      : [[name, foldNorms(part)]];
  });
}

const takesBias = (net: Net | undefined): net is Extract<Op, {bias: boolean} & {out: number}> =>
  net?.kind === "conv" || net?.kind === "dense";
