/** Facts of the checkpoints the site can run: files, preprocessing, labels. The structure is in `registry.ts`. */

/** A safetensors file: its path under the site's root, its size, and its SHA-256 in hexadecimal. */
export interface WeightsFile {
  file: string;
  bytes: number;
  sha256: string;
}

/** A file of weights for a network, and what its pictures must look like. */
export interface Release extends WeightsFile {
  id: string;
  /** Id of the network in the registry. */
  network: string;
  /** The weights of the auxiliary heads, where they were trained: a file of their own. */
  heads?: WeightsFile;
  labels: readonly string[];
  /** Side of the square input in pixels, order of the channels, and (value − mean) / std on values from 0 to `scale`. */
  input: {size: number; channels: "rgb" | "bgr"; scale: 1 | 255; mean: readonly number[]; std: readonly number[]};
}

/** CIFAR-10's ten labels in the data set's order. */
export const CIFAR10_LABELS = [
  "airplane",
  "automobile",
  "bird",
  "cat",
  "deer",
  "dog",
  "frog",
  "horse",
  "ship",
  "truck"
] as const;

/** Mean and standard deviation of CIFAR-10's training pictures, per channel, on values from 0 to 1. */
export const CIFAR10_INPUT = {
  size: 32,
  channels: "rgb",
  scale: 1,
  mean: [0.4914, 0.4822, 0.4465],
  std: [0.247, 0.2435, 0.2616]
} as const;

const list: Release[] = [
  {
    id: "compact-plain",
    network: "compact-plain",
    file: "models/compact-plain/weights.safetensors",
    bytes: 575812,
    sha256: "454f5e51347ee351f2abd7850f34d8d35e40b29de9df06fe2fe53ce204bfa8d7",
    labels: CIFAR10_LABELS,
    input: CIFAR10_INPUT
  },
  {
    id: "compact-nin",
    network: "compact-nin",
    file: "models/compact-nin/weights.safetensors",
    bytes: 364516,
    sha256: "a846d885e5048411d5ee6ba093719f84d442bf06917385c321b72c6f46a4e6d7",
    labels: CIFAR10_LABELS,
    input: CIFAR10_INPUT
  },
  {
    id: "compact-naive",
    network: "compact-naive",
    file: "models/compact-naive/weights.safetensors",
    bytes: 586100,
    sha256: "71cd608d9990e77a2171a8ea4cb55e49f2da7755c7053c17e2402c85023d2a8b",
    labels: CIFAR10_LABELS,
    input: CIFAR10_INPUT
  },
  {
    id: "compact-v1",
    network: "compact-v1",
    file: "models/compact-v1/weights.safetensors",
    bytes: 594948,
    sha256: "5a722c8100547bd2b3465dc9684831ebe092ea586f5af84be6f312839b7562cc",
    heads: {
      file: "models/compact-v1/heads.safetensors",
      bytes: 218960,
      sha256: "779bfef3273ed748db7c326515337b44cefdf78a409cd4ff1a2f45eb50e463e5"
    },
    labels: CIFAR10_LABELS,
    input: CIFAR10_INPUT
  },
  {
    id: "compact-v2",
    network: "compact-v2",
    file: "models/compact-v2/weights.safetensors",
    bytes: 595620,
    sha256: "be3295dd81a811fb547240dcc9e65f4b8903dedd7bf5ea171c4889280d7d415f",
    labels: CIFAR10_LABELS,
    input: CIFAR10_INPUT
  },
  {
    id: "compact-v3",
    network: "compact-v3",
    file: "models/compact-v3/weights.safetensors",
    bytes: 594692,
    sha256: "60932c95d29a11a4b2e57a031630db18e18410755b7f1e74264f4fc202b46e61",
    heads: {
      file: "models/compact-v3/heads.safetensors",
      bytes: 220104,
      sha256: "4494aeaf8db7d367d7ad1745dca71069f3f5634cd564759ff5cfc77058229b90"
    },
    labels: CIFAR10_LABELS,
    input: CIFAR10_INPUT
  },
  {
    id: "compact-v4",
    network: "compact-v4",
    file: "models/compact-v4/weights.safetensors",
    bytes: 596396,
    sha256: "6c4854044d8bc36e34f3cc9c9f56ef29d82b00d7c096fb26f0be930dfe7ac622",
    labels: CIFAR10_LABELS,
    input: CIFAR10_INPUT
  },
  {
    id: "compact-resnet",
    network: "compact-resnet",
    file: "models/compact-resnet/weights.safetensors",
    bytes: 591652,
    sha256: "56a0c583c1d23973396541ec0ae77e6f3496f7ce8effa9a5203012321be6b31c",
    labels: CIFAR10_LABELS,
    input: CIFAR10_INPUT
  }
];

/** All releases by id. */
export const releases: ReadonlyMap<string, Release> = new Map(list.map((release) => [release.id, release]));

/**
 * The release with an id.
 * @throws listing the ids there are
 */
export function release(id: string): Release {
  const found = releases.get(id);
  if (found === undefined) throw new Error(`${id}: no such release; there are ${[...releases.keys()].join(", ")}`);
  return found;
}
