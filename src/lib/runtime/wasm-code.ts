/**
 * A small assembler for WebAssembly: functions over whole numbers and vectors of four, as bytes. Code leaves its value on the
 * stack; what takes operands takes their code. Opcodes are those of the WebAssembly core specification 3.0, section 5.4.
 */

/** Instructions, as bytes. */
export type Code = readonly number[];

/** A variable of a function. */
export interface Variable {
  get: Code;
  set(value: Code): Code;
}

/** A function without a result; its parameters are whole numbers of 32 bits. */
export interface Func {
  name: string;
  parameters: number;
  body: Code;
}

type Kind = "int" | "vector";
const KINDS: Record<Kind, number> = {int: 0x7f, vector: 0x7b};

/** Writes a function. `build` is given its parameters and may make more variables, which start at zero. */
export function func<Name extends string>(
  name: string,
  parameters: readonly Name[],
  build: (given: Record<Name, Variable>, make: (kind: Kind) => Variable) => Code
): Func {
  const made: Kind[] = [];
  const given = Object.fromEntries(parameters.map((one, i) => [one, variable(i)])) as Record<Name, Variable>;
  const code = build(given, (kind) => variable(parameters.length + made.push(kind) - 1));
  const declared = list(made.map((kind) => [1, KINDS[kind]]));
  return {name, parameters: parameters.length, body: sized([...declared, ...code, 0x0b])};
}

function variable(index: number): Variable {
  return {
    get: [0x20, ...unsigned(index)],
    set: (value) => [...value, 0x21, ...unsigned(index)]
  };
}

/** A module that exports the functions by their names and works on a memory that it is given as `env.memory`. */
export function assemble(functions: readonly Func[], shared: boolean): Uint8Array<ArrayBuffer> {
  const limits = shared ? [3, 0, ...unsigned(65536)] : [0, 0]; // of the memory's size, in pages: any
  const section = (id: number, entries: readonly Code[]): Code => [id, ...sized(list(entries))];
  const types = functions.map(({parameters}) => [0x60, ...list(repeated(parameters, [KINDS.int])), 0]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, types),
    ...section(2, [[...text("env"), ...text("memory"), 2, ...limits]]),
    ...section(3, [...functions.keys()].map(unsigned)), // prettier-ignore
    ...section(7, functions.map(({name}, i) => [...text(name), 0, ...unsigned(i)])), // prettier-ignore
    ...section(10, functions.map(({body}) => body)) // prettier-ignore
  ]);
}

// LEB128: seven bits a byte, the lowest first.
function unsigned(value: number): Code {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}

function signed(value: number): Code {
  return value >= -64 && value < 64 ? [value & 127] : [(value & 127) | 128, ...signed(value >> 7)];
}

const list = (entries: readonly Code[]): Code => [...unsigned(entries.length), ...entries.flat()];
const sized = (code: Code): Code => [...unsigned(code.length), ...code];
const text = (word: string): Code => list([...word].map((letter) => [letter.charCodeAt(0)]));
const repeated = (count: number, code: Code): readonly Code[] => Array.from({length: count}, () => code);

/** Code after code. */
export const seq = (...codes: readonly Code[]): Code => codes.flat();
/** A number of pieces of code, one after another. */
export const unroll = (count: number, piece: (i: number) => Code): Code => Array.from({length: count}, (_, i) => piece(i)).flat(); // prettier-ignore

/** A whole number that is known. */
export const int = (value: number): Code => [0x41, ...signed(value)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];
/** Whether a < b, both without sign, as addresses are. */
export const below = (a: Code, b: Code): Code => [...a, ...b, 0x49];
/** One of two values; both are computed. */
export const choose = (condition: Code, yes: Code, no: Code): Code => [...yes, ...no, ...condition, 0x1b];
/** The whole number at an address. */
export const read = (address: Code, offset = 0): Code => [...address, 0x28, 2, ...unsigned(offset)];

const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];
const at = (offset: number): Code => [2, ...unsigned(offset)]; // aligned to 4 bytes
/** Four float32 numbers from an address on. */
export const load = (address: Code, offset = 0): Code => [...address, ...simd(0x00), ...at(offset)];
/** The float32 number at an address, four times. */
export const loadSplat = (address: Code, offset = 0): Code => [...address, ...simd(0x09), ...at(offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...simd(0x0b), ...at(offset)]; // prettier-ignore
/** Stores one of a vector's four numbers. */
export const storeLane = (address: Code, value: Code, lane: number, offset = 0): Code => [...address, ...value, ...simd(0x5a), ...at(offset), lane]; // prettier-ignore
/** The same 32 bits four times. */
export const splat = (bits: Code): Code => [...bits, ...simd(0x11)];
export const plus = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe4)];
export const times = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xe6)];
/** The larger of each two numbers; a's where it is not a number. */
export const larger = (a: Code, b: Code): Code => [...a, ...b, ...simd(0xeb)];
/** a · b + c, rounded once or twice as the processor likes: relaxed SIMD. */
export const multiplyAdd = (a: Code, b: Code, c: Code): Code => [...a, ...b, ...c, ...simd(0x105)];

/** Sets a number of bytes from an address on to zero. */
export const clear = (to: Code, bytes: Code): Code => [...to, ...int(0), ...bytes, 0xfc, 0x0b, 0];
/** Copies a number of bytes. */
export const copy = (to: Code, from: Code, bytes: Code): Code => [...to, ...from, ...bytes, 0xfc, 0x0a, 0, 0];

/** Runs the body as long as the condition holds. */
export const during = (condition: Code, body: Code): Code => [0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1, ...body, 0x0c, 0, 0x0b, 0x0b]; // prettier-ignore
/** Runs one or the other. */
export const either = (condition: Code, yes: Code, no: Code): Code => [...condition, 0x04, 0x40, ...yes, 0x05, ...no, 0x0b]; // prettier-ignore
