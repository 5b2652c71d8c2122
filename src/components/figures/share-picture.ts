/** The picture that other sites show beside a link to a page: its title, a line, and the shape of a network. */
import {createRequire} from "node:module";
import {createCanvas, GlobalFonts, Path2D, type SKRSContext2D} from "@napi-rs/canvas";
import {branchVariable} from "../../lib/viz/colour.ts";
import {extent, skyline} from "../../lib/viz/skyline.ts";
import {measuredSheet} from "../parts/measured.ts";

/** What a picture says. */
export interface Share {
  title: string;
  line: string;
  site: string;
  /** Id of the network whose shape is shown. */
  network: string;
}

const [WIDTH, HEIGHT, MARGIN] = [1200, 630, 72];
const SHAPE = {length: WIDTH - 2 * MARGIN, thick: 190};
const [PROSE, UI] = ["Share Prose", "Share UI"];

const find = createRequire(import.meta.url).resolve;
const fonts: readonly [string, string][] = [
  [PROSE, "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2"],
  [UI, "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"]
];
for (const [name, file] of fonts) GlobalFonts.registerFromPath(find(file), name);

/** The colours of the light theme, which comes first in the style sheet, by their variables. */
function coloursOf(theme: string): (variable: string) => string {
  return (variable) => {
    const found = new RegExp(`${variable}: (#[0-9a-f]{6})`).exec(theme)?.[1];
    if (found === undefined) throw new Error(`the theme has no ${variable}`);
    return found;
  };
}

/**
 * Draws a picture of 1200 × 630 pixels, as PNG.
 * @param theme the style sheet that defines the colours
 */
export function sharePicture({title, line, site, network}: Share, theme: string): Buffer {
  const colour = coloursOf(theme);
  const canvas = createCanvas(WIDTH, HEIGHT);
  const context = canvas.getContext("2d");
  context.fillStyle = colour("--ground");
  context.fillRect(0, 0, WIDTH, HEIGHT);
  text(context, [site], {font: `500 28px "${UI}"`, fill: colour("--accent"), y: 92, step: 36});
  context.font = `600 76px "${PROSE}"`;
  const head = wrapped(context, title, 2);
  text(context, head, {font: context.font, fill: colour("--ink"), y: 190, step: 86});
  context.font = `400 31px "${UI}"`;
  const rest = wrapped(context, line, 2);
  text(context, rest, {font: context.font, fill: colour("--ink-2"), y: 190 + 86 * head.length - 18, step: 42});
  shape(context, network, colour);
  return canvas.toBuffer("image/png");
}

interface Setting {
  font: string;
  fill: string;
  y: number;
  step: number;
}

function text(context: SKRSContext2D, lines: readonly string[], {font, fill, y, step}: Setting): void {
  context.font = font;
  context.fillStyle = fill;
  lines.forEach((one, i) => context.fillText(one, MARGIN, y + i * step));
}

/** A text in at most some lines, the last cut where it does not fit. */
function wrapped(context: SKRSContext2D, words: string, most: number): string[] {
  const lines: string[] = [""];
  for (const word of words.split(" ")) {
    const longer = `${lines.at(-1)!} ${word}`.trim();
    if (context.measureText(longer).width <= SHAPE.length) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]!} …`];
}

/** The network lying along the bottom, as long and as wide as there is room. */
function shape(context: SKRSContext2D, id: string, colour: (variable: string) => string): void {
  const sheet = measuredSheet(id);
  const {layers, channels} = extent(sheet);
  const {stripes} = skyline(sheet, {layer: SHAPE.length / layers, channel: SHAPE.thick / channels});
  // The skyline stands; a mirror along its diagonal lays it down.
  context.setTransform(0, 1, 1, 0, MARGIN, HEIGHT - MARGIN - SHAPE.thick / 2);
  for (const {kind, path} of stripes) {
    context.fillStyle = colour(branchVariable(kind));
    context.fill(new Path2D(path));
  }
  context.resetTransform();
}
