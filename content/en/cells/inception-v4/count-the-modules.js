// V4’s modules from its description: how many of each kind, and their work.
const measured = (id) => {
  const {net, input} = nets.network(id);
  return analysis.measure(spec.flatten(net()), input);
};
const v4 = measured("inception-v4@timm");
const blocks = (sheet) =>
  d3.groups(
    spec
      .scopes(sheet.graph.outline)
      .filter(({path, block}) => path && block),
    ({block}) => block
  );
blocks(v4).map(([block, all]) => ({
  block,
  count: all.length,
  macsEach: analysis.total(v4, all[0]).macs,
  shareOfNetwork:
    d3.sum(all, (one) => analysis.total(v4, one).macs) /
    analysis.total(v4).macs
}));
