/** The PyTorch code of what figures hand to a chapter's notebook. */
import {checkOf} from "../../lib/export/notebook.ts";
import {pytorch} from "../../lib/export/pytorch.ts";
import {convUnit} from "../../lib/nets/conv-unit.ts";
import {inceptionModule} from "../../lib/nets/inception-v1.ts";
import {network} from "../../lib/nets/registry.ts";
import type {Shape} from "../../lib/analysis/measure.ts";
import type {Net} from "../../lib/spec/net.ts";
import {series} from "../../lib/spec/build.ts";
import {atWidth, stageBlock} from "./stage-blocks.ts";
import type {Take, TakenLayer} from "./take.ts";

/** Code cells that build what was taken and check its counts against the site's. */
export function takeCode(take: Take): string[] {
  switch (take.kind) {
    case "net": {
      const {net, input} = network(take.of);
      return netCode(net(), input);
    }
    case "block": {
      const {net, input} = atWidth(stageBlock(take.of, take.stage), take.percent, take.inputs);
      return netCode(net, input);
    }
    case "module":
      return netCode(series({"3a": inceptionModule(take.widths, convUnit())}), take.input as Shape);
    case "ways":
      return [waysCode(take)];
    default:
      take satisfies never;
      return [];
  }
}

function netCode(net: Net, input: Shape): string[] {
  return [pytorch(net, {input}).trimEnd(), checkOf(net, {dialect: "pytorch", input})];
}

// On the device "meta" layers have shapes and no numbers, so that nothing is too large to be counted.
function waysCode({height, width, ways}: Extract<Take, {kind: "ways"}>): string {
  const lines = ways.map(({name, layers}) => `    ${JSON.stringify(name)}: [${layers.map(layerCode).join(", ")}],`);
  const sum = (list: readonly TakenLayer[], cost: (layer: TakenLayer) => number): number =>
    list.reduce((all, layer) => all + cost(layer), 0);
  const macs = (layer: TakenLayer): number => weights(layer) * (layer.once ? 1 : height * width);
  const counts = ways.map(({layers}) => `(${sum(layers, weights)}, ${sum(layers, macs)})`);
  const first = ways[0]!.layers[0]!.in;
  return `def conv(channels, out, kernel, groups=1, padding="same"):
    return nn.Conv2d(channels, out, kernel, padding=padding, groups=groups, bias=False, device="meta")

ways = {
${lines.join("\n")}
}
counts = []
for name, layers in ways.items():
    output, weights, macs = torch.empty(1, ${first}, ${height}, ${width}, device="meta"), 0, 0
    for layer in layers:
        output = layer(output)
        numbers = sum(p.numel() for p in layer.parameters())
        weights += numbers
        macs += numbers * output.shape[2] * output.shape[3]
    counts.append((weights, macs))
    print(f"{name}: {weights:,} weights, {macs:,} multiply-adds, output {tuple(output.shape)}")
assert counts == [${counts.join(", ")}], counts  # as the page counts them`;
}

// A dense layer is a convolution that is laid on its whole map once.
function layerCode({kernel: [height, width], in: from, out, groups, once, pool}: TakenLayer): string {
  const window = `(${height}, ${width})`;
  if (pool) return `nn.AvgPool2d(${window})`;
  return `conv(${from}, ${out}, ${window}${groups > 1 ? `, groups=${groups}` : ""}${once ? ', padding="valid"' : ""})`;
}

const weights = ({kernel: [height, width], in: from, out, groups, pool}: TakenLayer): number =>
  pool ? 0 : (height * width * from * out) / groups;
