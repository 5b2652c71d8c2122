// The same naive module again and again: the pool hands on everything.
const widths = {"1x1": 64, "3x3": 128, "5x5": 32};
const height = 9; // modules
const unit = nets.convUnit();
const stack = spec.series(
  d3
    .range(height)
    .map((i) => [`module${i + 1}`, nets.naiveModule(widths, unit)])
);

const graph = spec.flatten(stack);
const sheet = analysis.measure(graph, [28, 28, 192]);
const modules = graph.outline.parts.map((scope) => ({
  module: scope.path,
  channels: sheet.rows[scope.end - 1].shape.at(-1),
  macs: analysis.total(sheet, scope).macs
}));
modules;
