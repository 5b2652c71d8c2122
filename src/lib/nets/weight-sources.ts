/**
 * Where the weights of published networks are, how large, under which licence, and what numbers they expect: facts of
 * checkpoints, beside the structure. What the site itself serves is in `releases.ts`.
 */

/** A file of weights that others publish. */
export interface WeightSource {
  /** Id of the network in the registry. */
  network: string;
  name: string;
  url: string;
  /** Bytes where the source tells them or they can be counted; null where it does not. */
  bytes: number | null;
  format: string;
  /** As the file's own page states it, or its repository's where `of` says so. */
  licence: {name: string; of: "file" | "repository"} | null;
  /** What the picture's values must be. */
  values: string;
  note?: string;
}

const SIGNED = "RGB from −1 to 1";
const COLOUR = "RGB, ImageNet’s mean and deviation per channel";
const APACHE = {name: "Apache-2.0", of: "repository"} as const;
const BSD = {name: "BSD-3-Clause", of: "repository"} as const;

const slim = (network: string, file: string): WeightSource => ({
  ...{network, name: "TF-Slim", url: `http://download.tensorflow.org/models/${file}`, bytes: null},
  ...{format: "TensorFlow 1 checkpoint", licence: APACHE, values: SIGNED},
  note: "1,001 classes; the first is the background."
});

const timm = (network: string, name: string, bytes: number, values = SIGNED, note?: string): WeightSource => ({
  ...{network, name: `timm ${name}`, url: `https://huggingface.co/timm/${name}`, bytes, format: "safetensors"},
  ...{licence: {name: "Apache-2.0", of: "file"}, values},
  ...(note === undefined ? {} : {note})
});

const torchvision = (network: string, file: string, bytes: number, note?: string): WeightSource => ({
  ...{
    network,
    name: "torchvision",
    url: `https://download.pytorch.org/models/${file}`,
    bytes,
    format: "PyTorch pickle"
  },
  ...{licence: BSD, values: COLOUR},
  ...(note === undefined ? {} : {note})
});

const MIB = 2 ** 20;
const V3_BYTES = 95_476_000;
const KERAS = "https://storage.googleapis.com/tensorflow/keras-applications";

/** All files that the site knows of. */
export const weightSources: readonly WeightSource[] = [
  {
    ...{network: "nin@cifar10", name: "the authors’ Caffe model", bytes: null, format: "Caffe", licence: null},
    ...{url: "https://gist.github.com/mavenlin/e56253735ef32c3c296d", values: "normalised and whitened"},
    note: "Lasagne’s port of these weights is tried on whitened pictures; the paper whitens too."
  },
  {
    ...{network: "nin@imagenet", name: "the authors’ Caffe model", bytes: 4 * 7_595_176, format: "Caffe"},
    ...{url: "https://gist.github.com/mavenlin/d802a5849de39225bcc6", licence: {name: "BSD", of: "file"}},
    values: "BGR from 0 to 255, the mean picture taken away"
  },
  {
    ...{network: "googlenet@bvlc", name: "BVLC", bytes: null, format: "Caffe"},
    ...{
      url: "https://github.com/BVLC/caffe/tree/master/models/bvlc_googlenet",
      licence: {name: "unrestricted", of: "file"}
    },
    values: "BGR from 0 to 255, minus 104, 117, 123"
  },
  torchvision(
    "googlenet@torchvision",
    "googlenet-1378be20.pth",
    Math.round(49.731 * MIB),
    "The file holds both auxiliary heads, which nobody trained. The code turns the values into −1 to 1 itself."
  ),
  slim("googlenet@slim", "inception_v1_2016_08_28.tar.gz"),
  slim("bn-inception@slim", "inception_v2_2016_08_28.tar.gz"),
  {
    ...{network: "bn-inception@caffe", name: "lim0606, Open Model Zoo’s googlenet-v2", format: "Caffe"},
    ...{url: "https://github.com/lim0606/caffe-googlenet-bn", bytes: 64_445_495},
    ...{licence: {name: "unrestricted", of: "file"}, values: "BGR from 0 to 255, minus 104, 117, 123"},
    note: "The normalisations stand apart in the file, which is larger than the network: it was trained with two auxiliary heads."
  },
  {
    ...{network: "bn-inception@cadene", name: "Cadene", format: "PyTorch pickle, from Python 2", bytes: 45_261_088},
    ...{url: "http://data.lip6.fr/cadene/pretrainedmodels/bn_inception-52deb4733.pth", licence: BSD},
    ...{values: "BGR from 0 to 255, minus 104, 117, 128"},
    note: "128 is what the file says; Caffe’s own value is 123."
  },
  torchvision(
    "inception-v3@torchvision",
    "inception_v3_google-0cc3c7bd.pth",
    Math.round(103.903 * MIB),
    "With the auxiliary head. The code turns the values into −1 to 1 itself."
  ),
  timm("inception-v3@timm", "inception_v3.tv_in1k", V3_BYTES, SIGNED, "torchvision’s weights, without the head."),
  timm("inception-v3@timm", "inception_v3.tf_in1k", V3_BYTES),
  timm("inception-v3@timm", "inception_v3.tf_adv_in1k", V3_BYTES),
  timm("inception-v3@timm", "inception_v3.gluon_in1k", V3_BYTES, COLOUR),
  {
    ...{network: "inception-v3@keras", name: "Keras", format: "HDF5", bytes: null, licence: APACHE, values: SIGNED},
    url: `${KERAS}/inception_v3/inception_v3_weights_tf_dim_ordering_tf_kernels.h5`
  },
  slim("inception-v3@slim", "inception_v3_2016_08_28.tar.gz"),
  timm("inception-v4@timm", "inception_v4.tf_in1k", 170_971_936),
  slim("inception-v4@slim", "inception_v4_2016_09_09.tar.gz"),
  {
    ...{network: "inception-resnet-v1@osmr", name: "imgclsmob", format: "Gluon and others", bytes: null},
    ...{url: "https://github.com/osmr/imgclsmob", licence: {name: "MIT", of: "repository"}, values: COLOUR}
  },
  {
    ...{network: "inception-resnet-v1@facenet", name: "facenet", format: "TensorFlow 1 checkpoint", bytes: null},
    ...{url: "https://github.com/davidsandberg/facenet", licence: {name: "MIT", of: "repository"}},
    values: "RGB, each picture by its own mean and deviation, or (value − 127.5) / 128"
  },
  timm("inception-resnet-v2@timm", "inception_resnet_v2.tf_in1k", 223_616_032),
  timm("inception-resnet-v2@timm", "inception_resnet_v2.tf_ens_adv_in1k", 223_616_032),
  {
    ...{
      network: "inception-resnet-v2@keras",
      name: "Keras",
      format: "HDF5",
      bytes: null,
      licence: APACHE,
      values: SIGNED
    },
    url: `${KERAS}/inception_resnet_v2/inception_resnet_v2_weights_tf_dim_ordering_tf_kernels.h5`
  },
  slim("inception-resnet-v2@slim", "inception_resnet_v2_2016_08_30.tar.gz"),
  torchvision("vgg16@torchvision", "vgg16-397923af.pth", Math.round(527.8 * MIB)),
  torchvision("resnet50@torchvision", "resnet50-0676ba61.pth", Math.round(97.8 * MIB))
];

/** The files of one network. */
export function weightSourcesOf(network: string): WeightSource[] {
  return weightSources.filter((one) => one.network === network);
}
