/** How a network is written down, for cells. */
export * from "../../lib/spec/build.ts";
export * from "../../lib/spec/graph.ts";
export * from "../../lib/spec/map-ops.ts";
