/** The networks and the pieces they are built from, for cells. */
export * from "../../lib/nets/conv-unit.ts";
export * from "../../lib/nets/deep.ts";
export * from "../../lib/nets/googlenet.ts";
export * from "../../lib/nets/inception-v1.ts";
export * from "../../lib/nets/registry.ts";
export {bnInception, bnModule, bnReduction} from "../../lib/nets/bn-inception.ts";
export {inceptionV3} from "../../lib/nets/inception-v3.ts";
export {inceptionV4} from "../../lib/nets/inception-v4.ts";
export {inceptionResnetV1, inceptionResnetV2, residual} from "../../lib/nets/inception-resnet.ts";
export {resnet50} from "../../lib/nets/resnet.ts";
export {vgg16} from "../../lib/nets/vgg.ts";
