/** Numbers as the site writes them. */
import type {Shape} from "../analysis/measure.ts";
import type {Pair} from "../spec/net.ts";

/** What a cost is counted in: multiply–adds, or single operations (two per multiply–add). */
export type Unit = "mac" | "flop";

/**
 * Digits in groups of three: `1234567.50` becomes `1,234,567.50`. By hand, since the first use of a browser's own formatter takes
 * tens of milliseconds, and every figure has numbers.
 */
export function grouped(digits: string): string {
  const [whole, ...rest] = digits.split(".");
  return [whole!.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

/** A number in groups of three with at most some decimals: `1,234.5`. */
export function decimal(n: number, most: number): string {
  const text = n.toFixed(most);
  return grouped(text.includes(".") ? text.replace(/\.?0+$/, "") : text);
}

/** A whole number in full: `1,582,671,872`. */
export function exact(n: number): string {
  return decimal(n, 3);
}

/** A signed number with a true minus sign and at most some decimals: `−12.5`. */
export function signed(n: number, decimals = 0): string {
  const text = decimal(n, decimals);
  return text === "-0" ? "0" : text.replace("-", "−");
}

const PREFIXES = ["", " k", " M", " G", " T"] as const;

/** A number to three significant digits: `1.58 G`, `163 k`, `950`. */
export function short(n: number): string {
  let step = 0;
  let value = n;
  // 999,500 rounds up to 1.00 M, so the limit is where three digits end.
  while (Math.abs(value) >= 999.5 && step < PREFIXES.length - 1) {
    value /= 1000;
    step++;
  }
  const text = step === 0 && Number.isInteger(value) ? String(value) : value.toPrecision(3);
  return `${text}${PREFIXES[step]}`;
}

/** A count of multiply–adds in a unit; one multiply–add is two FLOPs. */
export function inUnit(macs: number, unit: Unit): number {
  return unit === "flop" ? 2 * macs : macs;
}

/** An amount of memory, a thousand to the next prefix: `5.53 MB`, `950 B`. */
export function memory(bytes: number): string {
  const text = short(bytes);
  return text.includes(" ") ? `${text}B` : `${text} B`;
}

/** A shape as height × width × channels: `28×28×192`. */
export function shapeText(shape: Shape): string {
  return shape.join("×");
}

/** A window's size: `3×3`. */
export function pairText([height, width]: Pair): string {
  return `${height}×${width}`;
}

/** A share with three significant digits: `42.2 %`; a whole of nothing is `0 %`. */
export function percent(part: number, whole: number): string {
  if (whole === 0) return "0 %";
  const share = (100 * part) / whole;
  return `${share === 0 || share >= 99.95 ? Math.round(share) : share.toPrecision(share < 1 ? 2 : 3)} %`;
}

/** How many times larger one number is: `2.37×`. */
export function times(large: number, small: number): string {
  return small === 0 ? "∞" : `${(large / small).toPrecision(3)}×`;
}
