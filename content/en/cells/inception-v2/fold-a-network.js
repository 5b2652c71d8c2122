// Every normalisation of BN-Inception at once. What is saved, and what not?
const {net, input} = nets.network("bn-inception@slim");
const before = analysis.measure(spec.flatten(net()), input);
const after = analysis.measure(
  spec.flatten(analysis.foldNorms(net())),
  input
);

const norms = (sheet) =>
  sheet.rows.filter(({op}) => op.kind === "batchNorm").length;
[before, after].map((sheet, i) => {
  const {params, statistics, macs} = analysis.total(sheet);
  return {
    network: i === 0 ? "trained" : "folded",
    norms: norms(sheet),
    params,
    statistics,
    macs
  };
});
