/** What every cell finds by name. */
import * as Plot from "@observablehq/plot";
import * as d3 from "d3";
import {tf} from "../../lib/runtime/cell-tensorflow.ts";
import * as analysis from "./analysis.ts";
import * as exports from "./exports.ts";
import * as nets from "./nets.ts";
import * as spec from "./spec.ts";

/** Libraries, and the project's own description, walks, networks and code writers. */
export const scope = {tf, Plot, d3, spec, analysis, nets, exports};
