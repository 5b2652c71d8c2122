/** The PyTorch code of what figures hand to a chapter's notebook. */
import {checkOf} from "../../lib/export/notebook.ts";
import {pytorch} from "../../lib/export/pytorch.ts";
import {convUnit} from "../../lib/nets/conv-unit.ts";
import {inceptionModule} from "../../lib/nets/inception-v1.ts";
import {network} from "../../lib/nets/registry.ts";
import type {Shape} from "../../lib/analysis/measure.ts";
import type {Net} from "../../lib/spec/net.ts";
import {series} from "../../lib/spec/build.ts";
import type {Take, TakenLayer} from "./take.ts";

/** Code cells that build what was taken and check its counts against the site's. */
export function takeCode(take: Take): string[] {
  switch (take.kind) {
    case "net": {
      const {net, input} = network(take.of);
      return netCode(net(), input);
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
  const lines = ways.map(({name, layers}) => `    ${JSON.stringify(name)}: [${layers.map(conv).join(", ")}],`);
  const counts = ways.map(({layers}) => layers.reduce((sum, layer) => sum + weights(layer), 0));
  const first = ways[0]!.layers[0]!.in;
  return `def conv(channels, out, kernel, groups=1):
    return nn.Conv2d(channels, out, kernel, padding="same", groups=groups, bias=False, device="meta")

ways = {
${lines.join("\n")}
}
counts = []
for name, layers in ways.items():
    way = nn.Sequential(*layers)
    output = way(torch.empty(1, ${first}, ${height}, ${width}, device="meta"))
    counts.append(sum(p.numel() for p in way.parameters()))
    print(f"{name}: {counts[-1]:,} weights, {counts[-1] * ${height} * ${width}:,} multiply-adds, output {tuple(output.shape)}")
assert counts == [${counts.join(", ")}], counts  # as the page counts them`;
}

const conv = ({kernel: [height, width], in: from, out, groups}: TakenLayer): string =>
  `conv(${from}, ${out}, (${height}, ${width})${groups > 1 ? `, groups=${groups}` : ""})`;

const weights = ({kernel: [height, width], in: from, out, groups}: TakenLayer): number =>
  (height * width * from * out) / groups;
