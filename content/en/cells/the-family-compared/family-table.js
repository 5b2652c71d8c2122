// The family, counted alike: multiply–adds of convolutions and dense layers.
const ids = [
  "nin@imagenet",
  "googlenet@bvlc",
  "bn-inception@slim",
  "inception-v3@torchvision",
  "inception-v4@timm",
  "inception-resnet-v2@timm"
];
const family = ids.map((id) => {
  const {net, input, title} = nets.network(id);
  const sheet = analysis.measure(spec.flatten(net()), input);
  const {macs, params} = analysis.total(sheet);
  return {title, input, depth: analysis.depth(sheet), params, macs};
});
family;
