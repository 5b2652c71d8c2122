// Module 3a of GoogLeNet: four branches, joined along the channels.
const widths = {
  one: 64,
  reduce3: 96,
  three: 128,
  reduce5: 16,
  five: 32,
  pool: 32
};
const {conv, concat, series, maxPool, relu} = spec;
const unit = (out, kernel) => series({conv: conv(kernel, out), relu});

const module = concat({
  "1x1": unit(widths.one, 1),
  "3x3": series({
    reduce: unit(widths.reduce3, 1),
    conv: unit(widths.three, 3)
  }),
  "5x5": series({
    reduce: unit(widths.reduce5, 1),
    conv: unit(widths.five, 5)
  }),
  pool: series({pool: maxPool(3), proj: unit(widths.pool, 1)})
});

const sheet = analysis.measure(spec.flatten(module), [28, 28, 192]);
sheet.rows
  .filter((row) => row.macs > 0)
  .map(({path, shape, params, macs}) => ({
    layer: path,
    shape,
    params,
    macs
  }));
