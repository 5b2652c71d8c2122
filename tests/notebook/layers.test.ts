import {expect, it} from "vitest";
import {factNumber} from "../../src/components/notebook/facts.ts";
import {GOOGLENET, LAYER_PRESETS} from "../../src/components/parts/layer-state.svelte.ts";
import {layerCost} from "../../src/lib/analysis/layer-cost.ts";

it("the calculator's layers cost what they cost in GoogLeNet's description", () => {
  const of = "googlenet@bvlc";
  expect(GOOGLENET).toEqual({macs: factNumber({of, what: "macs"}), params: factNumber({of, what: "params"})});
  for (const {path: scope, ...numbers} of LAYER_PRESETS) {
    const {macs, params} = layerCost(numbers);
    expect(macs, scope).toBe(factNumber({of, what: "macs", scope}));
    expect(params, scope).toBe(factNumber({of, what: "params", scope}));
  }
});

it("layerCost gives conv2's 3×3 its published 110,592 weights, 192 biases and 346,816,512 multiply–adds", () => {
  expect(layerCost({height: 56, width: 56, kernel: 3, in: 64, out: 192})).toEqual({
    macs: 346_816_512,
    params: 110_592 + 192
  });
});
