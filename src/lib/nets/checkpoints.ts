/**
 * What published weights reach on ImageNet's 50,000 validation pictures with one crop: facts of checkpoints, beside the structure.
 *
 * Each figure is as its source prints it; sources that print errors are written as such and turned into accuracies here.
 * What a source does not say is null. Ensembles and figures over several crops are left out.
 */

/** ImageNet's pictures for validation, and those on which the V3 and V4 papers test a single crop (arXiv 1512.00567, section 10). */
export const [VALIDATION, VALIDATION_SUBSET] = [50_000, 48_238] as const;

/** Where a figure is printed. */
export interface Source {
  text: string;
  url: string;
}

/** Accuracy of one set of weights, in percent. */
export interface Checkpoint {
  /** Id of the network in the registry. */
  network: string;
  /** Whose weights. */
  weights: string;
  top1: number | null;
  top5: number | null;
  /** How the pictures were cut, as far as the source says. */
  crop: string;
  /** The authors left out validation pictures with doubtful labels, so the figure is not strictly comparable. */
  subset: boolean;
  source: Source;
}

const source = (text: string, url: string): Source => ({text, url});
const arxiv = (id: string, place: string): Source => source(`arXiv ${id}, ${place}`, `https://arxiv.org/abs/${id}`);
const torch = (name: string): Source =>
  source(
    `torchvision documentation, ${name}`,
    `https://pytorch.org/vision/stable/models/generated/torchvision.models.${name}.html`
  );
const SLIM = source(
  "TF-Slim README, pre-trained models",
  "https://github.com/tensorflow/models/tree/master/research/slim"
);
const CADENE = source("Cadene/pretrained-models.pytorch README", "https://github.com/Cadene/pretrained-models.pytorch");
const KERAS = source("Keras documentation, Applications", "https://keras.io/api/applications/");
const TIMM = source(
  "timm, results-imagenet.csv",
  "https://github.com/huggingface/pytorch-image-models/blob/main/results/results-imagenet.csv"
);
const OSMR = source("imgclsmob, Gluon README", "https://github.com/osmr/imgclsmob/blob/master/gluon/README.md");
const BVLC = source(
  "BVLC GoogLeNet, readme",
  "https://github.com/BVLC/caffe/blob/master/models/bvlc_googlenet/readme.md"
);
const NIN = source("NIN ImageNet model, readme", "https://gist.github.com/mavenlin/d802a5849de39225bcc6");

type Facts = Pick<Checkpoint, "network" | "weights" | "crop" | "source"> & {subset?: boolean};

const accuracy = (facts: Facts, top1: number | null, top5: number | null): Checkpoint => ({
  subset: false,
  ...facts,
  top1,
  top5
});
const complement = (error: number | null): number | null => (error === null ? null : Number((100 - error).toFixed(3)));
const error = (facts: Facts, top1: number | null, top5: number | null): Checkpoint =>
  accuracy(facts, complement(top1), complement(top5));

const one = "one crop";
const centre224 = "256, centre 224";

/** All single-crop figures that the site knows. */
export const checkpoints: readonly Checkpoint[] = [
  accuracy({network: "nin@imagenet", weights: "authors’ Caffe model", crop: "centre crop", source: NIN}, 59.36, null),
  error(
    {network: "googlenet@bvlc", weights: "the paper’s", crop: one, source: arxiv("1409.4842", "Table 3")},
    null,
    10.07
  ),
  accuracy({network: "googlenet@bvlc", weights: "BVLC", crop: "centre crop", source: BVLC}, 68.7, 88.9),
  accuracy(
    {network: "googlenet@torchvision", weights: "torchvision", crop: centre224, source: torch("googlenet")},
    69.778,
    89.53
  ),
  accuracy({network: "googlenet@slim", weights: "TF-Slim", crop: one, source: SLIM}, 69.8, 89.6),
  error(
    {network: "bn-inception@slim", weights: "the paper’s", crop: one, source: arxiv("1502.03167", "Fig. 4")},
    25.2,
    7.82
  ),
  accuracy({network: "bn-inception@slim", weights: "TF-Slim", crop: one, source: SLIM}, 73.9, 91.8),
  accuracy({network: "bn-inception@cadene", weights: "Cadene", crop: one, source: CADENE}, 73.524, 91.562),
  error({network: "bn-inception@cadene", weights: "imgclsmob", crop: one, source: OSMR}, 25.12, 7.54),
  accuracy(
    {
      network: "inception-v3@torchvision",
      weights: "torchvision",
      crop: "342, centre 299",
      source: torch("inception_v3")
    },
    77.294,
    93.45
  ),
  error(
    {
      ...{network: "inception-v3@slim", weights: "the paper’s", crop: one, subset: true},
      source: arxiv("1512.00567", "abstract and section 11")
    },
    21.2,
    5.6
  ),
  accuracy({network: "inception-v3@slim", weights: "TF-Slim", crop: one, source: SLIM}, 78.0, 93.9),
  accuracy({network: "inception-v3@keras", weights: "Keras", crop: one, source: KERAS}, 77.9, 93.7),
  accuracy(
    {network: "inception-v3@timm", weights: "tf_in1k", crop: "centre 299 of 0.875", source: TIMM},
    77.866,
    93.644
  ),
  accuracy(
    {network: "inception-v3@timm", weights: "tf_adv_in1k", crop: "centre 299 of 0.875", source: TIMM},
    77.598,
    93.726
  ),
  accuracy(
    {network: "inception-v3@timm", weights: "gluon_in1k", crop: "centre 299 of 0.875", source: TIMM},
    78.806,
    94.372
  ),
  error({network: "inception-v3@timm", weights: "imgclsmob", crop: one, source: OSMR}, 20.51, 5.33),
  error(
    {
      ...{network: "inception-v4@slim", weights: "the paper’s", crop: one, subset: true},
      source: arxiv("1602.07261", "Table 1 of the AAAI version")
    },
    20.0,
    5.0
  ),
  accuracy({network: "inception-v4@slim", weights: "TF-Slim", crop: one, source: SLIM}, 80.2, 95.2),
  accuracy(
    {network: "inception-v4@timm", weights: "tf_in1k", crop: "centre 299 of 0.875", source: TIMM},
    80.144,
    94.982
  ),
  error({network: "inception-v4@timm", weights: "imgclsmob", crop: one, source: OSMR}, 19.83, 4.88),
  error(
    {
      ...{network: "inception-resnet-v1@paper", weights: "the paper’s", crop: one, subset: true},
      source: arxiv("1602.07261", "Table 1 of the AAAI version")
    },
    21.3,
    5.5
  ),
  error({network: "inception-resnet-v1@osmr", weights: "imgclsmob", crop: one, source: OSMR}, 19.56, 4.81),
  error(
    {
      ...{network: "inception-resnet-v2@slim", weights: "the paper’s", crop: one, subset: true},
      source: arxiv("1602.07261", "Table 1 of the AAAI version")
    },
    19.9,
    4.9
  ),
  accuracy({network: "inception-resnet-v2@slim", weights: "TF-Slim", crop: one, source: SLIM}, 80.4, 95.3),
  accuracy({network: "inception-resnet-v2@keras", weights: "Keras", crop: one, source: KERAS}, 80.3, 95.3),
  accuracy(
    {network: "inception-resnet-v2@timm", weights: "tf_in1k", crop: "centre 299 of 0.8975", source: TIMM},
    80.434,
    95.312
  ),
  accuracy(
    {network: "inception-resnet-v2@timm", weights: "tf_ens_adv_in1k", crop: "centre 299 of 0.8975", source: TIMM},
    79.998,
    94.94
  ),
  error({network: "inception-resnet-v2@timm", weights: "imgclsmob", crop: one, source: OSMR}, 19.48, 4.7),
  accuracy(
    {network: "vgg16@torchvision", weights: "torchvision V1", crop: centre224, source: torch("vgg16")},
    71.592,
    90.382
  ),
  accuracy(
    {network: "resnet50@torchvision", weights: "torchvision V1", crop: centre224, source: torch("resnet50")},
    76.13,
    92.862
  )
];

/** The figures of one network. */
export function checkpointsOf(network: string): Checkpoint[] {
  return checkpoints.filter((one) => one.network === network);
}
