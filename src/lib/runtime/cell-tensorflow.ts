/** TensorFlow.js as readers' cells see it: operations, gradients, optimisers and layers, on the plain CPU backend. */
import * as core from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-core/dist/register_all_gradients";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
import "@tensorflow/tfjs-backend-cpu";
import * as layers from "@tensorflow/tfjs-layers";

/** Everything under one name, as `@tensorflow/tfjs` has it. No file is fetched for it: weights are made, not loaded. */
export const tf = {...core, ...layers};
