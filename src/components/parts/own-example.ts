/** A network to start from: small, with one module of each kind of join. */
export const OWN_EXAMPLE = `{
  "name": "My first Inception",
  "input": [32, 32, 3],
  "net": {"kind": "series", "parts": [
    ["stem", {"kind": "conv", "kernel": 3, "out": 32}],
    ["norm", {"kind": "batchNorm"}],
    ["relu", {"kind": "relu"}],
    ["half", {"kind": "maxPool", "kernel": 3, "stride": 2}],
    ["module", {"kind": "fork", "join": "concat", "block": "Inception", "parts": [
      ["1x1", {"kind": "conv", "kernel": 1, "out": 16}],
      ["3x3", {"kind": "series", "parts": [
        ["reduce", {"kind": "conv", "kernel": 1, "out": 16}],
        ["conv", {"kind": "conv", "kernel": 3, "out": 24}]
      ]}],
      ["pool", {"kind": "series", "parts": [
        ["pool", {"kind": "maxPool", "kernel": 3}],
        ["proj", {"kind": "conv", "kernel": 1, "out": 8}]
      ]}]
    ]}],
    ["sum", {"kind": "fork", "join": "add", "block": "Residual", "parts": [
      ["shortcut", {"kind": "series", "parts": []}],
      ["residual", {"kind": "conv", "kernel": [1, 7], "out": 48}]
    ]}],
    ["mean", {"kind": "globalAvgPool"}],
    ["fc", {"kind": "dense", "out": 10}]
  ]}
}
`;
