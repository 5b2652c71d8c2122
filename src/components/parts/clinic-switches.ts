/** The switches of the number clinic: what each can be set to, and for which figures it matters. */
import type {Quantity} from "../../lib/analysis/count.ts";
import {type Figure, publishedFigures, type Switches} from "../../lib/nets/published-figures.ts";
import {network, networks} from "../../lib/nets/registry.ts";

/** A value of a switch; undefined is the site's own way. */
export type Setting = string | number | boolean | undefined;

/** A switch with its settings, the site's own first. */
export interface Switch {
  key: keyof Switches;
  settings: readonly Setting[];
}

interface Rule extends Switch {
  quantities: readonly Quantity[];
  /** Names of the networks that have it; all unless told. */
  of?: readonly string[];
}

const NUMBERS: readonly Quantity[] = ["params", "file"];
const ALL: readonly Quantity[] = ["params", "file", "work", "field", "depth"];
const V1 = "GoogLeNet";
const BN = "BN-Inception";

const RULES: readonly Rule[] = [
  {key: "unit", settings: [undefined, "flop"], quantities: ["work"]},
  {key: "small", settings: [undefined, "norms", "each", "windows", "halves"], quantities: ["work"]},
  {key: "side", settings: [undefined, 160, 224, 299, 331], quantities: ["work"]},
  {key: "crops", settings: [undefined, 10, 144], quantities: ["work"]},
  {key: "heads", settings: [undefined, true], quantities: [...NUMBERS, "work"]},
  {key: "dense", settings: [undefined, false], quantities: [...NUMBERS, "work"]},
  {key: "norms", settings: [undefined, "none", "shift", "all"], quantities: NUMBERS},
  {key: "biases", settings: [undefined, false], quantities: NUMBERS},
  {key: "kilo", settings: [undefined, 1024], quantities: NUMBERS},
  {key: "classes", settings: [undefined, 1000, 1001, 8631], quantities: NUMBERS},
  {key: "wide", settings: [undefined, 3, 5], quantities: ALL, of: [V1]},
  {key: "first", settings: [undefined, "plain", "separable"], quantities: [...NUMBERS, "work"], of: [V1, BN]},
  {key: "convBias", settings: [undefined, true], quantities: NUMBERS, of: ["ResNet-50"]},
  {key: "strideAt", settings: [undefined, "1x1"], quantities: ["work", "field"], of: ["ResNet-50"]},
  {key: "layers", settings: [undefined, 19], quantities: ALL, of: ["VGG-16"]}
];

/** The switches that matter for a figure. */
export function switchesFor(figure: Figure): Switch[] {
  const {name} = network(figure.network);
  const variants = [...networks.values()].filter((entry) => entry.name === name && entry.id !== figure.network);
  const others = variants.map(({id}) => id);
  return [
    ...(others.length === 0 ? [] : [{key: "network", settings: [undefined, ...others]} as const]),
    ...RULES.filter(
      ({quantities, of}) => quantities.includes(figure.quantity) && (of === undefined || of.includes(name))
    )
  ];
}

/** Switches with one of them set; the site's own way is left out. */
export function withSetting(switches: Switches, key: keyof Switches, setting: Setting): Switches {
  const rest = Object.entries(switches).filter(([name]) => name !== key);
  return Object.fromEntries(setting === undefined ? rest : [...rest, [key, setting]]);
}

/** Switches as text for the address, `unit:flop,small:each`. */
export function printSwitches(switches: Switches): string {
  return Object.entries(switches)
    .map(([key, setting]) => `${key}:${String(setting)}`)
    .join(",");
}

/** Switches of a figure from text; undefined if any of it is not a setting of one of its switches. */
export function parseSwitches(text: string, figure: Figure): Switches | undefined {
  let switches: Switches = {};
  for (const one of text === "" ? [] : text.split(",")) {
    const [key, value] = one.split(":");
    const found = switchesFor(figure).find((known) => known.key === key);
    const setting = found?.settings.find((known) => known !== undefined && String(known) === value);
    if (found === undefined || setting === undefined) return undefined;
    switches = withSetting(switches, found.key, setting);
  }
  return switches;
}

/** The figure with an id. */
export function figureById(id: string): Figure | undefined {
  return publishedFigures.find((figure) => figure.id === id);
}
