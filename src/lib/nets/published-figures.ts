/**
 * Published figures of the family that disagree with each other or with this site, and the switches that bring ours onto them.
 *
 * `value` is as printed, so its decimals say how exact it is. Each was read at its source, or at a copy of it; three that are only met
 * in lists have none.
 */
import type {Quantity, Rules} from "../analysis/count.ts";
import type {Source} from "./checkpoints.ts";
import type {Reading} from "./readings.ts";

/** Everything a reader can switch. What a case leaves out is as this site has it. */
export interface Switches extends Partial<Rules>, Reading {
  /** Another variant of the network, by its id in the registry. */
  network?: string;
  /** Side of the input in pixels. */
  side?: number;
  /** What a k is: 1,000, or 1,024. */
  kilo?: 1000 | 1024;
}

/** A figure somebody printed, and what is known about it. */
export interface Figure {
  id: string;
  /** The variant that the figure is first compared with. */
  network: string;
  quantity: Quantity;
  /** The part that is counted; the whole network unless told. */
  path?: string;
  value: string;
  prefix: "" | "k" | "M" | "G";
  source: Source | null;
  /** The switches that explain it, or as near as we came. */
  set: Switches;
  /**
   * `met`: ours rounds to theirs. `cut`: ours, cut off after their digits, is theirs. `guess`: ours meets theirs, but nothing
   * says that they counted so. `open`: nothing here explains it.
   */
  outcome: "met" | "cut" | "guess" | "open";
  /** In plain words; `{ours:2}` stands for our number with two decimals, `{set:2}` for ours under `set`, `{set-heads:2}` without one. */
  note?: string;
}

const arxiv = (id: string, place: string): Source => ({
  text: `arXiv ${id}, ${place}`,
  url: `https://arxiv.org/abs/${id}`
});
const torch = (name: string): Source => ({
  text: `torchvision documentation, ${name}`,
  url: `https://pytorch.org/vision/stable/models/generated/torchvision.models.${name}.html`
});
const omz = (name: string): Source => ({
  text: `Open Model Zoo, ${name}`,
  url: `https://docs.openvino.ai/2024/omz_models_model_${name.replaceAll("-", "_")}.html`
});
const PTFLOPS: Source = {text: "ptflops README, benchmark", url: "https://github.com/sovrasov/flops-counter.pytorch"};
const OSMR: Source = {
  text: "imgclsmob, Gluon README",
  url: "https://github.com/osmr/imgclsmob/blob/master/gluon/README.md"
};
const KERAS: Source = {text: "Keras, model.summary()", url: "https://keras.io/api/applications/"};
const slimTest = (version: number): Source => ({
  text: `TF-Slim, inception_v${version}_test.py`,
  url: `https://github.com/google-research/tf-slim/blob/master/tf_slim/nets/inception_v${version}_test.py`
});
const MMCLS: Source = {
  text: "MMClassification, Inception V3",
  url: "https://mmclassification.readthedocs.io/en/dev-1.x/papers/inception_v3.html"
};
const PWC: Source = {
  text: "Papers with Code, timm’s tf_inception_v3",
  url: "https://paperswithcode.com/lib/timm/tf-inception-v3"
};
const EFFICIENT = arxiv("1905.11946", "Table 2");
const FIELDS: Source = {
  text: "Computing Receptive Fields of CNNs, table",
  url: "https://github.com/google-research/receptive_field/blob/master/RECEPTIVE_FIELD_TABLE.md"
};
const GOING_DEEPER = (place: string): Source => arxiv("1409.4842", place);
const RETHINKING = (place: string): Source => arxiv("1512.00567", place);

const V1 = "googlenet@bvlc";
const BN = "bn-inception@slim";
const V3 = "inception-v3@torchvision";
const V4 = "inception-v4@timm";
const R1 = "inception-resnet-v1@paper";
const R2 = "inception-resnet-v2@timm";
const VGG = "vgg16@torchvision";
const R50 = "resnet50@torchvision";

type Rest = Partial<Pick<Figure, "path" | "note">>;
const figure =
  (outcome: Figure["outcome"]) =>
  (
    id: string,
    network: string,
    quantity: Quantity,
    value: string,
    prefix: Figure["prefix"],
    source: Source | null,
    set: Switches,
    rest: Rest = {}
  ): Figure => ({id, network, quantity, value, prefix, source, set, outcome, ...rest});
const [met, cut, guess, open] = [figure("met"), figure("cut"), figure("guess"), figure("open")];

/** The figures, by network. */
export const publishedFigures: readonly Figure[] = [
  // prettier-ignore
  ...[
    met("v1-work-paper", V1, "work", "1.5", "G", GOING_DEEPER("section 1"), {first: "separable"}, {note: "Table 1 counts the first layer as 34 M: a 7×7 for each colour with 8 outputs each, then a 1×1. With an ordinary 7×7 the same network needs {ours:2}."}),
    met("v1-work-torchvision", V1, "work", "1.50", "G", torch("googlenet"), {network: "googlenet@torchvision"}, {note: "The same 1.5 for another reason: torchvision’s third branch is 3×3. The heading says GFLOPS and means multiply–adds."}),
    met("v1-work-omz-tf", V1, "work", "3.016", "G", omz("googlenet-v1-tf"), {network: "googlenet@slim", unit: "flop", small: "windows"}),
    open("v1-work-omz", V1, "work", "3.266", "G", omz("googlenet-v1"), {unit: "flop", small: "windows"}, {note: "Ours come to {set:3}; what is left may be local response normalisation."}),
    guess("v1-work-16", V1, "work", "16", "G", null, {crops: 10}, {note: "It is met in lists without a source. Ten crops would give it, but so would a mistaken line: VGG-16’s 15.5. We do not know."}),
    met("v1-params-omz", V1, "params", "6.999", "M", omz("googlenet-v1"), {}),
    met("v1-params-torchvision", V1, "params", "6624904", "", torch("googlenet"), {network: "googlenet@torchvision"}),
    met("v1-params-slim", V1, "params", "6.619", "M", omz("googlenet-v1-tf"), {network: "googlenet@slim"}),
    open("v1-params-5", V1, "params", "5", "M", RETHINKING("section 1"), {wide: 3, dense: false, biases: false}, {note: "They call 5 million a twelfth of AlexNet’s 60 million. Without its classifier and with 3×3 for 5×5 the network still has {set:1}."}),
    met("v1-file-torchvision", V1, "file", "49.7", "M", torch("googlenet"), {network: "googlenet@torchvision", heads: true, norms: "all", kilo: 1024}, {note: "Nearly half of the file are the auxiliary heads, which nobody trained: without them it would take {set-heads:1}."}),
    cut("v1-3a-params", V1, "params", "159", "k", GOING_DEEPER("Table 1"), {biases: false, kilo: 1024}, {path: "3a", note: "Table 1 counts weights only, in units of 1,024."}),
    met("v1-fc-params", V1, "params", "1000", "k", GOING_DEEPER("Table 1"), {biases: false, kilo: 1024}, {path: "fc"}),
    met("v1-conv1-params", V1, "params", "2.7", "k", GOING_DEEPER("Table 1"), {first: "separable", biases: false}, {path: "conv1", note: "Only a separable first layer is so small; an ordinary 7×7 has {set-first:1}."}),
    met("v1-conv1-work", V1, "work", "34", "M", GOING_DEEPER("Table 1"), {first: "separable"}, {path: "conv1"}),
    open("v1-4a-params", V1, "params", "364", "k", GOING_DEEPER("Table 1"), {biases: false, kilo: 1024}, {path: "4a", note: "The widths that the same row lists give {set:1}. The other modules from 4a on are printed as off as this one."}),
    open("v1-5a-params", V1, "params", "1072", "k", GOING_DEEPER("Table 1"), {biases: false, kilo: 1024}, {path: "5a", note: "The widths of the row give {set:0}."}),
    open("v1-5a-work", V1, "work", "54", "M", GOING_DEEPER("Table 1"), {}, {path: "5a", note: "The only wrong entry of the column of operations: the row’s widths give {ours:0}."}),
    met("v1-depth", V1, "depth", "22", "", GOING_DEEPER("section 5"), {})
  ],
  // prettier-ignore
  ...[
    open("bn-params-paper", BN, "params", "13.6", "M", arxiv("1502.03167", "section 4.2"), {network: "bn-inception@cadene", norms: "all"}, {note: "Nothing in the paper’s Fig. 5 comes to 13.6 M, in any of the readings that people implemented."}),
    met("bn-params-omz", BN, "params", "11.185", "M", {text: "Open Model Zoo, googlenet-v2", url: "https://github.com/openvinotoolkit/open_model_zoo/blob/master/models/public/googlenet-v2/README.md"}, {network: "bn-inception@caffe"}),
    met("bn-params-osmr", BN, "params", "11295240", "", OSMR, {network: "bn-inception@cadene"}, {note: "This one takes Fig. 5’s “avg + 128” at its word and has 608 and 1,056 channels where the others have 576 and 1,024."}),
    met("bn-params-slimtest", BN, "params", "10173112", "", slimTest(2), {dense: false, norms: "all"}, {note: "The test counts all variables of the network without its classifier: running statistics too."}),
    met("bn-work-osmr", BN, "work", "2048.06", "M", OSMR, {network: "bn-inception@cadene", small: "halves"}),
    met("bn-work-ptflops", BN, "work", "2.05", "G", PTFLOPS, {network: "bn-inception@cadene", small: "each"}),
    met("bn-field", BN, "field", "699", "", FIELDS, {})
  ],
  // prettier-ignore
  ...[
    open("v3-work-paper", V3, "work", "5", "G", RETHINKING("abstract"), {}, {note: "“5 billion multiply-adds” is for the paper’s Table 1, whose widths it does not print; the network that was released needs {ours:1}."}),
    met("v3-work-torchvision", V3, "work", "5.71", "G", torch("inception_v3"), {}, {note: "Printed under GFLOPS; it is multiply–adds."}),
    open("v3-work-569", V3, "work", "5.69", "G", null, {}, {note: "Met as “5.69 GFLOPs” in lists without a source. It is multiply–adds, and a few less than the {ours:2} that there are: about as many as the first layer has."}),
    met("v3-work-ptflops", V3, "work", "5.73", "G", PTFLOPS, {small: "norms"}),
    met("v3-work-ptflops-224", V3, "work", "2.85", "G", PTFLOPS, {network: "inception-v3@timm", side: 224, small: "norms"}, {note: "Half the work: the picture has 224 pixels a side there. torchvision’s head does not fit such a picture, so the network is timm’s."}),
    met("v3-work-mmcls", V3, "work", "5.75", "G", MMCLS, {small: "each"}),
    met("v3-work-osmr", V3, "work", "5743.06", "M", OSMR, {small: "halves"}),
    met("v3-work-omz", V3, "work", "11.469", "G", omz("googlenet-v3"), {unit: "flop", small: "windows"}),
    open("v3-work-pwc", V3, "work", "7", "G", PWC, {small: "each"}, {note: "The same page has torchvision’s network, which is the same graph, at 6 billion."}),
    met("v3-params-24", V3, "params", "24", "M", EFFICIENT, {}),
    met("v3-params-heads", V3, "params", "27.16", "M", PTFLOPS, {heads: true}, {note: "The “27 M”: the auxiliary head is only for training."}),
    met("v3-params-omz", V3, "params", "23.817", "M", {text: "Open Model Zoo, googlenet-v3-pytorch", url: "https://docs.openvino.ai/2021.1/omz_models_public_googlenet_v3_pytorch_googlenet_v3_pytorch.html"}, {norms: "shift"}, {note: "The normalisations are folded: of scale and shift one bias is left."}),
    met("v3-params-omz-tf", V3, "params", "23.819", "M", omz("googlenet-v3"), {network: "inception-v3@slim"}),
    met("v3-params-keras", V3, "params", "23851784", "", KERAS, {network: "inception-v3@keras", norms: "all"}),
    met("v3-params-notop", V3, "params", "21802784", "", slimTest(3), {network: "inception-v3@keras", norms: "all", dense: false}, {note: "Keras prints the same without its top."}),
    met("v3-field", V3, "field", "1311", "", FIELDS, {})
  ],
  // prettier-ignore
  ...[
    met("v4-work-ptflops", V4, "work", "12.31", "G", PTFLOPS, {small: "each"}),
    met("v4-work-osmr", V4, "work", "12304.93", "M", OSMR, {small: "halves"}),
    open("v4-work-omz", V4, "work", "24.584", "G", omz("googlenet-v4-tf"), {network: "inception-v4@slim", unit: "flop", small: "windows"}, {note: "The rule that meets the Zoo’s other networks misses the last digit here."}),
    met("v4-params-omz", V4, "params", "42.648", "M", omz("googlenet-v4-tf"), {network: "inception-v4@slim", classes: 1000}, {note: "Their page says 1,001 outputs; the count fits 1,000."}),
    open("v4-params-efficient", V4, "params", "48", "M", EFFICIENT, {network: "inception-v4@slim", heads: true, norms: "all"}, {note: "Even with the auxiliary head and all statistics there are {set:0}."}),
    open("v4-work-efficient", V4, "work", "13", "G", EFFICIENT, {small: "each"}),
    met("v4-field", V4, "field", "2071", "", FIELDS, {})
  ],
  // prettier-ignore
  ...[
    met("r1-params-osmr", R1, "params", "23995624", "", {text: "imgclsmob, inceptionresnetv1.py, its test", url: "https://github.com/osmr/imgclsmob/blob/master/pytorch/pytorchcv/models/inceptionresnetv1.py"}, {network: "inception-resnet-v1@osmr"}),
    met("r1-params-facenet", R1, "params", "27910327", "", {text: "facenet-pytorch, VGGFace2 weights", url: "https://github.com/timesler/facenet-pytorch"}, {network: "inception-resnet-v1@osmr", classes: 8631}, {note: "Its classifier knows 8,631 faces."}),
    open("r1-work-tfprofile", R1, "work", "296.5", "M", {text: "davidsandberg/facenet, issue 415", url: "https://github.com/davidsandberg/facenet/issues/415"}, {network: "inception-resnet-v1@facenet", side: 160}, {note: "“I think it should be more than this”, says the comment that reports it."}),
    met("r2-params-ptflops", R2, "params", "55.84", "M", PTFLOPS, {}),
    open("r2-params-315", R2, "params", "31.5", "M", null, {network: "inception-resnet-v2@paper", dense: false}, {note: "We found no source that prints 31.5. The network of the paper’s figures is of this size, with its classifier {set-dense:1}; the one that was released has {ours:1}."}),
    open("r2-params-omz", R2, "params", "30.223", "M", omz("inception-resnet-v2-tf"), {network: "inception-resnet-v2@paper", dense: false, norms: "none"}, {note: "The network of the paper’s figures comes near, but the Zoo’s is the released one, with {ours:1}."}),
    open("r2-work-omz", R2, "work", "22.227", "G", omz("inception-resnet-v2-tf"), {network: "inception-resnet-v2@paper", unit: "flop", small: "windows"}, {note: "Neither the released network nor that of the figures; 331 pixels or fewer blocks do not fit either."}),
    met("r2-work-ptflops", R2, "work", "13.22", "G", PTFLOPS, {small: "each"}),
    met("r2-work-osmr", R2, "work", "13188.64", "M", OSMR, {small: "halves"}),
    met("r2-params-keras", R2, "params", "55873736", "", KERAS, {network: "inception-resnet-v2@keras", norms: "all"}),
    met("r2-params-notop", R2, "params", "54336736", "", KERAS, {network: "inception-resnet-v2@keras", norms: "all", dense: false}),
    open("r2-depth", R2, "depth", "164", "", {text: "“164-layer”, in encyclopaedias and MATLAB", url: "https://www.emergentmind.com/topics/inceptionresnet-v2-network"}, {network: "inception-resnet-v2@timm"}, {note: "Our longest way has {set:0} layers with weights."}),
    met("r2-field", R2, "field", "3039", "", FIELDS, {})
  ],
  // prettier-ignore
  ...[
    met("vgg-work-torchvision", VGG, "work", "15.47", "G", torch("vgg16"), {}),
    met("vgg-work-resnet", VGG, "work", "15.3", "G", arxiv("1512.03385", "section 4.1"), {dense: false}, {note: "The convolutions alone."}),
    met("vgg19-work-resnet", VGG, "work", "19.6", "G", arxiv("1512.03385", "section 3.3"), {layers: 19}, {note: "VGG-19, and this time with its dense layers."}),
    met("vgg-work-omz", VGG, "work", "30.974", "G", {text: "Open Model Zoo, vgg16", url: "https://docs.openvino.ai/2024/omz_models_model_vgg16.html"}, {unit: "flop", small: "windows"}),
    met("vgg-work-osmr", VGG, "work", "15480.10", "M", OSMR, {small: "halves"}),
    met("vgg-work-ptflops", VGG, "work", "15.5", "G", PTFLOPS, {}),
    met("vgg-file", VGG, "file", "527.8", "M", torch("vgg16"), {kilo: 1024}),
    met("r50-work-torchvision", R50, "work", "4.09", "G", torch("resnet50"), {}),
    cut("r50-work-paper", R50, "work", "3.8", "G", arxiv("1512.03385", "Table 1"), {strideAt: "1x1"}, {note: "The paper’s blocks take their step at the first 1×1, torchvision’s at the 3×3: {set:2}, printed as 3.8."}),
    met("r50-work-osmr", R50, "work", "3877.95", "M", OSMR, {strideAt: "1x1", small: "halves"}),
    met("r50-work-osmrb", R50, "work", "4110.48", "M", OSMR, {small: "halves"}),
    met("r50-work-ptflops", R50, "work", "4.12", "G", PTFLOPS, {small: "each"}),
    met("r50-params-keras", R50, "params", "25636712", "", KERAS, {convBias: true, norms: "all"}, {note: "Keras’s convolutions have biases although a normalisation follows."}),
    met("nin-file", "nin@imagenet", "file", "29", "M", {text: "NIN ImageNet model, readme", url: "https://gist.github.com/mavenlin/d802a5849de39225bcc6"}, {kilo: 1024})
  ]
];
