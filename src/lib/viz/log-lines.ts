/** Lines over a logarithmic scale, for drawing. */

/** A range of powers of ten. */
export interface Decades {
  from: number;
  to: number;
}

/** The whole powers of ten that hold all values above `floor`, at least from 10⁻¹ to 10. */
export function decadesOf(values: readonly number[], floor = -12): Decades {
  const powers = values.filter((value) => value > 0).map(Math.log10);
  return {
    from: Math.max(floor, Math.min(-1, Math.floor(Math.min(...powers)))),
    to: Math.max(1, Math.ceil(Math.max(...powers)))
  };
}

/** Where a value lies from 0 (lowest) to 1 (highest); what is lower, or nought, lies at 0. */
export function position(value: number, {from, to}: Decades): number {
  return value > 0 ? Math.max(0, Math.min(1, (Math.log10(value) - from) / (to - from))) : 0;
}

/** Powers of ten to be labelled: at most about seven, nought among them. */
export function ticksOf({from, to}: Decades): number[] {
  const step = Math.max(1, Math.ceil((to - from) / 6));
  const first = Math.ceil(from / step) * step;
  return Array.from({length: Math.floor((to - first) / step) + 1}, (_, i) => first + i * step);
}

const RAISED: Readonly<Record<string, string>> = {
  ...{"-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴"},
  ...{"5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹"}
};

/** 10 to a power, as text: `10⁻⁶`; 1 for 0. */
export function powerText(power: number): string {
  return power === 0 ? "1" : `10${[...String(power)].map((digit) => RAISED[digit]).join("")}`;
}

/** A number between a thousandth and a thousand as it is, others with a power of ten, to two digits: `3.4 · 10⁻⁶`. */
export function scientific(n: number): string {
  if (n === 0) return "0";
  const [digits = "", power = "0"] = n.toExponential(1).split("e");
  if (Number(power) >= -2 && Number(power) < 3) return String(Number(n.toPrecision(2)));
  return `${digits} · ${powerText(Number(power))}`;
}

/** Round numbers within a range, for ticks: 1, 2 and 5 of each power of ten where the range is short, else the powers alone. */
export function roundIn({from, to}: Decades): number[] {
  const digits = to - from < 2.5 ? [1, 2, 5] : [1];
  const powers = Array.from({length: Math.ceil(to) - Math.floor(from) + 1}, (_, i) => Math.floor(from) + i);
  return powers
    .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
    .filter((value) => Math.log10(value) >= from && Math.log10(value) <= to);
}
