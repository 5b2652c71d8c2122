/**
 * Published errors that `checkpoints.ts` leaves out: over several crops, of ensembles, and on other pictures than ImageNet's.
 *
 * Errors in percent, as the source prints them. Figures that were not read again at their source are not here.
 */
import type {Source} from "./checkpoints.ts";

/** A published error of a network or of several together. */
export interface PublishedError {
  /** Id of the network in the registry. */
  network: string;
  weights: string;
  /** The pictures; ImageNet's 50,000 for validation unless told. */
  pictures: string;
  crop: string;
  top1: number | null;
  top5: number | null;
  source: Source;
  /** Whether it is the paper’s own, and not of weights that somebody made after it. */
  paper: boolean;
}

const arxiv = (id: string, place: string): Source => ({
  text: `arXiv ${id}, ${place}`,
  url: `https://arxiv.org/abs/${id}`
});
const NIN = "1312.4400";
const V1 = "1409.4842";
const BN = "1502.03167";
const V3 = "1512.00567";
const V4 = "1602.07261";
const FACENET: Source = {text: "davidsandberg/facenet, README", url: "https://github.com/davidsandberg/facenet"};

/** The pictures, unless told: ImageNet's 50,000 for validation; and those whose labels only the challenge's server knows. */
export const [IMAGENET, IMAGENET_TEST] = ["ImageNet validation", "ImageNet test"] as const;

/** Whose weights, unless told. */
export const PAPER = "the paper’s";

type Errors = [top1: number | null, top5: number | null];
const error = (network: string, crop: string, [top1, top5]: Errors, source: Source, rest = {}): PublishedError => ({
  ...{network, weights: PAPER, pictures: IMAGENET, crop, top1, top5, source, paper: true},
  ...rest
});
const several = (models: string, pictures: string = IMAGENET) => ({weights: models, pictures});

/** The errors, by network. */
export const publishedErrors: readonly PublishedError[] = [
  error("nin@cifar10", "whole picture, no augmentation", [10.41, null], arxiv(NIN, "Table 1"), {
    pictures: "CIFAR-10 test"
  }),
  error("nin@cifar10", "whole picture, with augmentation", [8.81, null], arxiv(NIN, "Table 1"), {
    pictures: "CIFAR-10 test"
  }),
  error("googlenet@bvlc", "10 crops", [null, 9.15], arxiv(V1, "Table 3")),
  error("googlenet@bvlc", "144 crops", [null, 7.89], arxiv(V1, "Table 3")),
  error("googlenet@bvlc", "144 crops", [null, 6.67], arxiv(V1, "Table 3"), several("7 models together")),
  error("googlenet@bvlc", "144 crops", [null, 6.67], arxiv(V1, "Table 2"), several("7 models together", IMAGENET_TEST)),
  error("bn-inception@slim", "144 crops", [21.99, 5.82], arxiv(BN, "Fig. 4")),
  error("bn-inception@slim", "144 crops", [20.1, 4.9], arxiv(BN, "Fig. 4"), several("6 models together")),
  error(
    "bn-inception@slim",
    "144 crops",
    [null, 4.82],
    arxiv(BN, "Fig. 4"),
    several("6 models together", IMAGENET_TEST)
  ),
  error("inception-v3@slim", "12 crops", [19.8, 4.6], arxiv(V4, "Table 2 of the AAAI version")),
  error("inception-v3@slim", "144 crops", [18.9, 4.3], arxiv(V4, "Table 3 of the AAAI version")),
  error(
    "inception-v3@slim",
    "144 crops",
    [17.3, 3.5],
    arxiv(V3, `abstract; the crops from arXiv ${V4}, Table 4 of the AAAI version`),
    several("4 models together")
  ),
  error(
    "inception-v3@slim",
    "144 crops",
    [null, 3.6],
    arxiv(V3, `abstract; the crops from arXiv ${V4}, Table 4 of the AAAI version`),
    several("4 models together", IMAGENET_TEST)
  ),
  error("inception-v4@slim", "12 crops", [18.7, 4.2], arxiv(V4, "Table 2 of the AAAI version")),
  error("inception-v4@slim", "144 crops", [17.7, 3.8], arxiv(V4, "Table 3 of the AAAI version")),
  error(
    "inception-v4@slim",
    "144 crops",
    [16.4, 3.1],
    arxiv(V4, "Table 4 of the AAAI version"),
    several("with 3 Inception-ResNet-v2")
  ),
  error(
    "inception-v4@slim",
    "144 crops",
    [null, 3.08],
    arxiv(V4, "Table 4 of the AAAI version"),
    several("with 3 Inception-ResNet-v2", IMAGENET_TEST)
  ),
  error("inception-resnet-v1@paper", "12 crops", [19.8, 4.6], arxiv(V4, "Table 2 of the AAAI version")),
  error("inception-resnet-v1@paper", "144 crops", [18.8, 4.3], arxiv(V4, "Table 3 of the AAAI version")),
  error("inception-resnet-v1@facenet", "pairs of faces", [0.35, null], FACENET, {
    paper: false,
    weights: "20180402-114759",
    pictures: "LFW"
  }),
  error("inception-resnet-v1@facenet", "pairs of faces", [0.95, null], FACENET, {
    paper: false,
    weights: "20180408-102900",
    pictures: "LFW"
  }),
  error("inception-resnet-v2@slim", "12 crops", [18.7, 4.1], arxiv(V4, "Table 2 of the AAAI version")),
  error("inception-resnet-v2@slim", "144 crops", [17.8, 3.7], arxiv(V4, "Table 3 of the AAAI version")),
  error(
    "inception-resnet-v2@slim",
    "144 crops",
    [16.4, 3.1],
    arxiv(V4, "Table 4 of the AAAI version"),
    several("3 with 1 Inception-v4")
  ),
  error(
    "inception-resnet-v2@slim",
    "144 crops",
    [null, 3.08],
    arxiv(V4, "Table 4 of the AAAI version"),
    several("3 with 1 Inception-v4", IMAGENET_TEST)
  )
];
