/** Networks ready to run in the runtime's tests. */
import {seededWeights} from "../../scripts/seeded-weights.ts";
import {measure, type Shape, type Sheet} from "../../src/lib/analysis/measure.ts";
import {network} from "../../src/lib/nets/registry.ts";
import {type Backend, type BackendName, startBackend} from "../../src/lib/runtime/backend.ts";
import {loadModel, type Model} from "../../src/lib/runtime/model.ts";
import {wasmFolder} from "../../src/lib/runtime/node-files.ts";
import {bindWeights} from "../../src/lib/runtime/weights.ts";
import {flatten} from "../../src/lib/spec/graph.ts";
import type {Net} from "../../src/lib/spec/net.ts";

/** Makes a backend current. */
export function use(force: BackendName): Promise<Backend> {
  return startBackend({macs: 0, wasmFiles: wasmFolder, force});
}

/** The sheet of a network of the registry, at its usual input. */
export function sheetOfNetwork(id: string): Sheet {
  const {net, input} = network(id);
  return measure(flatten(net()), input);
}

/** A net with seeded weights on the current backend. */
export function seededModel(net: Net, input: Shape, options: {folding?: boolean} = {}): Model {
  const sheet = measure(flatten(net), input);
  return loadModel(sheet, bindWeights(sheet, seededWeights(sheet)), options);
}
