/** A value as a person would write it down. */

const WIDTH = 100;

/** Text of any value: numbers with at most six digits after the point, nested lists and records on lines of their own. */
export function printed(value: unknown): string {
  return typeof value === "string" ? value : inner(value, 0, new Set());
}

function inner(value: unknown, depth: number, above: ReadonlySet<object>): string {
  switch (typeof value) {
    case "number":
      return number(value);
    case "bigint":
      return `${value}n`;
    case "string":
      return JSON.stringify(value);
    case "function":
      return `function ${value.name}`.trim();
    case "object":
      return value === null ? "null" : object(value, depth, above);
    default:
      return String(value);
  }
}

function number(value: number): string {
  if (!Number.isFinite(value) || Number.isInteger(value)) return String(value);
  return Math.abs(value) < 1e-4 ? value.toPrecision(4) : String(Number(value.toFixed(6)));
}

function object(value: object, depth: number, above: ReadonlySet<object>): string {
  if (above.has(value)) return "(itself)";
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (isTensor(value)) return `Tensor [${value.shape.join(", ")}] ${inner(value.arraySync(), depth, above)}`;
  if (depth > 6) return "…";
  const on = new Set(above).add(value);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return list([...(value as Float32Array)], depth, on, name(value));
  if (Array.isArray(value)) return list(value, depth, on, "");
  if (value instanceof Map) return fields([...value], depth, on, "Map ");
  if (value instanceof Set) return list([...value], depth, on, "Set ");
  return fields(Object.entries(value), depth, on, name(value));
}

function list(values: readonly unknown[], depth: number, above: ReadonlySet<object>, before: string): string {
  const most = 200;
  const parts = values.slice(0, most).map((one) => inner(one, depth + 1, above));
  if (values.length > most) parts.push(`… ${values.length - most} more`);
  return `${before}${wrapped("[", parts, "]", depth)}`;
}

function fields(
  entries: readonly (readonly [unknown, unknown])[],
  depth: number,
  above: ReadonlySet<object>,
  before: string
): string {
  const parts = entries.slice(0, 100).map(([key, value]) => `${String(key)}: ${inner(value, depth + 1, above)}`);
  if (entries.length > 100) parts.push(`… ${entries.length - 100} more`);
  return `${before}${wrapped("{", parts, "}", depth)}`;
}

function wrapped(open: string, parts: readonly string[], close: string, depth: number): string {
  const line = `${open}${parts.join(", ")}${close}`;
  if (line.length <= WIDTH && !line.includes("\n")) return line;
  const flat = parts.every((part) => part.length <= 12);
  if (flat) return `${open}${parts.join(", ")}${close}`;
  const indent = "  ".repeat(depth + 1);
  return `${open}\n${parts.map((part) => indent + part).join(",\n")}\n${"  ".repeat(depth)}${close}`;
}

const name = (value: object): string => {
  const {name = ""} = (value.constructor ?? {}) as {name?: string};
  return name === "Object" || name === "" ? "" : `${name} `;
};

function isTensor(value: object): value is {shape: number[]; arraySync: () => unknown} {
  return (
    "shape" in value && Array.isArray(value.shape) && "arraySync" in value && typeof value.arraySync === "function"
  );
}
