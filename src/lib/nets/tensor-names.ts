/**
 * Names of tensors in the checkpoints that others released, by network: facts of those files, taken from the definitions
 * of the modules in torchvision, timm and Cadene's pretrained-models.
 *
 * Ours is the path with dots for slashes, and PyTorch's word for what the tensor is: `3a.5x5.reduce.bn.running_mean`.
 */

/** Turns a tensor's name of ours into that in the released file. */
export type TensorName = (ours: string) => string;

/** Names of parts inside a module, ours to theirs. */
type Table = Readonly<Record<string, string>>;

/** A name by its unit (`3a/5x5/reduce` or a lone layer), with what stands behind a unit's name in their file. */
function byUnit(unit: (path: string) => string, {conv = ".conv", bn = ".bn"} = {}): TensorName {
  return (ours) => {
    const [, path, part, kind] = /^(.+?)(?:\.(conv|bn))?\.(\w+)$/.exec(ours)!;
    return `${unit(path!)}${part === "conv" ? conv : part === "bn" ? bn : ""}.${kind}`;
  };
}

const split = (path: string): [module: string, rest: string] => {
  const dot = path.indexOf(".");
  return dot < 0 ? [path, ""] : [path.slice(0, dot), path.slice(dot + 1)];
};

/** A module's own name and its part's, each from a table; what is in none keeps its name. */
const byModule =
  (modules: (name: string) => string, parts: Table, whole: Table = {}) =>
  (path: string): string => {
    const [module, rest] = split(path);
    return whole[path] ?? [modules(module), parts[rest] ?? rest].filter((name) => name !== "").join(".");
  };

const googlenet = byModule(
  (name) => (/^[345][a-e]$/.test(name) ? `inception${name}` : name),
  {
    "1x1": "branch1",
    "3x3.reduce": "branch2.0",
    "3x3.conv": "branch2.1",
    "5x5.reduce": "branch3.0",
    "5x5.conv": "branch3.1",
    "pool.proj": "branch4.1"
  },
  {"conv2.reduce": "conv2", "conv2.conv": "conv3", "aux1.conv": "aux1.conv", "aux2.conv": "aux2.conv"}
);

const inceptionV3 = byModule(
  (name) => name.replace(/^mixed(\d)(\w)$/, "Mixed_$1$2"),
  {
    "1x1": "branch1x1",
    "3x3": "branch3x3",
    "3x3.reduce": "branch3x3_1",
    "3x3.conv": "branch3x3_2",
    "3x3.split.1x3": "branch3x3_2a",
    "3x3.split.3x1": "branch3x3_2b",
    "5x5.reduce": "branch5x5_1",
    "5x5.conv": "branch5x5_2",
    "3x3dbl.reduce": "branch3x3dbl_1",
    "3x3dbl.conv1": "branch3x3dbl_2",
    "3x3dbl.conv2": "branch3x3dbl_3",
    "3x3dbl.conv": "branch3x3dbl_2",
    "3x3dbl.split.1x3": "branch3x3dbl_3a",
    "3x3dbl.split.3x1": "branch3x3dbl_3b",
    "7x7.reduce": "branch7x7_1",
    "7x7.1x7": "branch7x7_2",
    "7x7.7x1": "branch7x7_3",
    "7x7dbl.reduce": "branch7x7dbl_1",
    "7x7dbl.7x1a": "branch7x7dbl_2",
    "7x7dbl.1x7a": "branch7x7dbl_3",
    "7x7dbl.7x1b": "branch7x7dbl_4",
    "7x7dbl.1x7b": "branch7x7dbl_5",
    "7x7x3.reduce": "branch7x7x3_1",
    "7x7x3.1x7": "branch7x7x3_2",
    "7x7x3.7x1": "branch7x7x3_3",
    "7x7x3.conv": "branch7x7x3_4",
    "pool.proj": "branch_pool"
  },
  {
    conv1a: "Conv2d_1a_3x3",
    conv2a: "Conv2d_2a_3x3",
    conv2b: "Conv2d_2b_3x3",
    conv3b: "Conv2d_3b_1x1",
    conv4a: "Conv2d_4a_3x3",
    "aux.conv1": "AuxLogits.conv0",
    "aux.conv2": "AuxLogits.conv1",
    "aux.fc": "AuxLogits.fc"
  }
);

/** timm's Inception V4 numbers its modules through: our names in their order. */
const V4_FEATURES = [
  ...["conv1a", "conv2a", "conv2b", "mixed3a", "mixed4a", "mixed5a"],
  ...["mixed5b", "mixed5c", "mixed5d", "mixed5e", "mixed6a"],
  ...["mixed6b", "mixed6c", "mixed6d", "mixed6e", "mixed6f", "mixed6g", "mixed6h"],
  ...["mixed7a", "mixed7b", "mixed7c", "mixed7d"]
];

// Branches that mean the same in several kinds of modules, and below what differs.
const V4_BRANCHES: Table = {
  "1x1": "branch0",
  "3x3": "branch0",
  "3x3.reduce": "branch1.0",
  "3x3.conv": "branch1.1",
  "3x3dbl.reduce": "branch2.0",
  "3x3dbl.conv1": "branch2.1",
  "3x3dbl.conv2": "branch2.2",
  "7x7.reduce": "branch1.0",
  "7x7.1x7": "branch1.1",
  "7x7.7x1": "branch1.2",
  "7x7dbl.reduce": "branch2.0",
  "7x7dbl.7x1a": "branch2.1",
  "7x7dbl.1x7a": "branch2.2",
  "7x7dbl.7x1b": "branch2.3",
  "7x7dbl.1x7b": "branch2.4",
  "7x7x3.reduce": "branch1.0",
  "7x7x3.1x7": "branch1.1",
  "7x7x3.7x1": "branch1.2",
  "7x7x3.conv": "branch1.3",
  "pool.proj": "branch3.1"
};
const V4_STEM: Table = {"mixed3a.3x3": "features.3.conv", "mixed5a.3x3": "features.5.conv"};
const V4_REDUCTION_A: Table = {"3x3dbl.reduce": "branch1.0", "3x3dbl.conv1": "branch1.1", "3x3dbl.conv2": "branch1.2"};
const V4_FORKED: Table = {"3x3.reduce": "branch0.0", "3x3.conv": "branch0.1"};
const V4_SPLITS: Table = {
  "3x3.reduce": "branch1_0",
  "3x3.split.1x3": "branch1_1a",
  "3x3.split.3x1": "branch1_1b",
  "3x3dbl.reduce": "branch2_0",
  "3x3dbl.3x1": "branch2_1",
  "3x3dbl.1x3": "branch2_2",
  "3x3dbl.split.1x3": "branch2_3a",
  "3x3dbl.split.3x1": "branch2_3b"
};

function inceptionV4(path: string): string {
  if (path === "fc") return "last_linear";
  const [module, rest] = split(path);
  const own =
    module === "mixed6a" ? V4_REDUCTION_A : /^mixed(4a|7a)$/.test(module) ? V4_FORKED : /^mixed7/.test(module) ? V4_SPLITS : {}; // prettier-ignore
  return (
    V4_STEM[path] ??
    [`features.${V4_FEATURES.indexOf(module)}`, own[rest] ?? V4_BRANCHES[rest]].filter((name) => name).join(".")
  );
}

const RESNET_V2_WHOLE: Table = {
  conv1a: "conv2d_1a",
  conv2a: "conv2d_2a",
  conv2b: "conv2d_2b",
  conv3b: "conv2d_3b",
  conv4a: "conv2d_4a",
  conv7b: "conv2d_7b",
  fc: "classif"
};
const RESNET_V2_BRANCHES: Table = {
  "1x1": "branch0",
  "5x5.reduce": "branch1.0",
  "5x5.conv": "branch1.1",
  "3x3.reduce": "branch1.0",
  "3x3.conv": "branch1.1",
  "3x3.1x3": "branch1.1",
  "3x3.3x1": "branch1.2",
  "3x3dbl.reduce": "branch2.0",
  "3x3dbl.conv1": "branch2.1",
  "3x3dbl.conv2": "branch2.2",
  "7x7.reduce": "branch1.0",
  "7x7.1x7": "branch1.1",
  "7x7.7x1": "branch1.2",
  "pool.proj": "branch3.1"
};
const RESNET_V2_7A: Table = {
  "3x3.reduce": "branch0.0",
  "3x3.conv": "branch0.1",
  "3x3b.reduce": "branch1.0",
  "3x3b.conv": "branch1.1"
};
const RESNET_V2_6A: Table = {...V4_REDUCTION_A, "3x3": "branch0"};
const REPEATS: Table = {block35: "repeat", block17: "repeat_1", block8: "repeat_2"};

function inceptionResnetV2(path: string): string {
  const [module, rest] = split(path);
  const whole = RESNET_V2_WHOLE[path];
  if (whole !== undefined) return whole;
  const mixed = /^mixed(\w+)$/.exec(module);
  if (mixed !== null) {
    const own = mixed[1] === "6a" ? RESNET_V2_6A : mixed[1] === "7a" ? RESNET_V2_7A : {};
    return `mixed_${mixed[1]}.${own[rest] ?? RESNET_V2_BRANCHES[rest]}`;
  }
  const [, block, number] = /^(block\d+)_(\d+)$/.exec(module)!;
  const theirs = module === "block8_10" ? "block8" : `${REPEATS[block!]}.${Number(number) - 1}`;
  const inner = rest.replace(/^sum\.residual\.(branches\.)?/, "");
  return `${theirs}.${inner === "expand" ? "conv2d" : RESNET_V2_BRANCHES[inner]}`;
}

const bnInception = byModule(
  (name) => name,
  {},
  {conv1: "conv1_7x7_s2", "conv2.reduce": "conv2_3x3_reduce", "conv2.conv": "conv2_3x3", fc: "last_linear"}
);
const BN_BRANCHES: Table = {
  "1x1": "1x1",
  "3x3.reduce": "3x3_reduce",
  "3x3.conv": "3x3",
  "3x3dbl.reduce": "double_3x3_reduce",
  "3x3dbl.conv1": "double_3x3_1",
  "3x3dbl.conv2": "double_3x3_2",
  "pool.proj": "pool_proj"
};

/** ResNet-50's stages count from 1 in torchvision and its blocks from 0; each block numbers its convolutions. */
const RESNET_CONVS: Table = {reduce: "1", conv: "2", expand: "3"};

function resnet50(ours: string): string {
  const [, stage, block, part, layer, kind] =
    /^conv(\d)_(\d)\.sum\.(?:residual\.)?(shortcut|reduce|conv|expand)\.(conv|bn)\.(\w+)$/.exec(ours) ?? [];
  if (stage === undefined) return ours.replace(/^conv1\.conv/, "conv1").replace(/^conv1\.bn/, "bn1");
  const where = `layer${Number(stage) - 1}.${Number(block) - 1}`;
  if (part === "shortcut") return `${where}.downsample.${layer === "conv" ? 0 : 1}.${kind}`;
  return `${where}.${layer}${RESNET_CONVS[part!]}.${kind}`;
}

/** VGG-16's layers count through in torchvision, ReLUs and pools among them. */
const VGG_FEATURES = "0 2 5 7 10 12 14 17 19 21 24 26 28".split(" ");
const VGG_CONVS = "1_1 1_2 2_1 2_2 3_1 3_2 3_3 4_1 4_2 4_3 5_1 5_2 5_3".split(" ");
const VGG_CLASSIFIER: Table = {"fc6.fc": "0", "fc7.fc": "3", fc8: "6"};

function vgg16(ours: string): string {
  const [, layer, kind] = /^(.+)\.(\w+)$/.exec(ours)!;
  const dense = VGG_CLASSIFIER[layer!];
  if (dense !== undefined) return `classifier.${dense}.${kind}`;
  return `features.${VGG_FEATURES[VGG_CONVS.indexOf(layer!.replace(/^conv|\.conv$/g, ""))]}.${kind}`;
}

/** By network of the registry. */
export const tensorNames: ReadonlyMap<string, TensorName> = new Map<string, TensorName>([
  ["googlenet@torchvision", byUnit(googlenet)],
  ["inception-v3@torchvision", byUnit(inceptionV3)],
  ["inception-v3@timm", byUnit(inceptionV3)],
  ["inception-v4@timm", byUnit(inceptionV4)],
  ["inception-resnet-v2@timm", byUnit(inceptionResnetV2)],
  [
    "bn-inception@cadene",
    byUnit(
      (path) => {
        const [module, rest] = split(path);
        const part = BN_BRANCHES[rest];
        return part === undefined || !/^[345]/.test(module) ? bnInception(path) : `inception_${module}_${part}`;
      },
      {conv: "", bn: "_bn"}
    )
  ],
  ["resnet50@torchvision", resnet50],
  ["vgg16@torchvision", vgg16]
]);
