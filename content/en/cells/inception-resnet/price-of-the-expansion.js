// Block 17 of Inception-ResNet-v2, by hand and measured.
const [side, channels] = [17, 1088];
const {concat, series, conv} = spec;
const branches = concat({
  "1x1": conv(1, 192),
  "7x7": series({
    reduce: conv(1, 128),
    row: conv([1, 7], 160),
    column: conv([7, 1], 192)
  })
});
const blocks = {
  added: nets.residual("Block17", channels, 0.1, branches),
  concatenated: concat({shortcut: series([]), branches})
};

const measured = Object.entries(blocks).map(([join, net]) => {
  const sheet = analysis.measure(spec.flatten(net), [
    side,
    side,
    channels
  ]);
  const {macs, params} = analysis.total(sheet);
  return {
    join,
    channelsOut: sheet.rows.at(-1).shape.at(-1),
    params,
    macs
  };
});
display(measured);

// The difference is the 1×1 that widens 384 channels to 1,088.
const [added, concatenated] = measured;
({
  difference: added.macs - concatenated.macs,
  byHand: side ** 2 * 384 * channels
});
