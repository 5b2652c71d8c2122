/** The part of Protocol Buffers' wire format that a message needs to be written: numbers, texts, bytes, nested messages. */

/** One field, encoded. */
export type Field = Uint8Array<ArrayBuffer>;

function varint(value: number): number[] {
  const bytes = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 128 : low);
  } while (rest > 0);
  return bytes;
}

/** A whole number from 0, as a varint. */
export function int(field: number, value: number): Field {
  return Uint8Array.from([...varint(field << 3), ...varint(value)]);
}

/** Bytes with their length. */
export function bytes(field: number, value: Uint8Array): Field {
  const head = [...varint((field << 3) | 2), ...varint(value.length)];
  const made = new Uint8Array(head.length + value.length);
  made.set(head);
  made.set(value, head.length);
  return made;
}

/** A text. */
export function text(field: number, value: string): Field {
  return bytes(field, new TextEncoder().encode(value));
}

/** A message inside a message. */
export function message(field: number, fields: readonly Field[]): Field {
  return bytes(field, join(fields));
}

/** Fields one after another: a whole message. */
export function join(fields: readonly Field[]): Field {
  const made = new Uint8Array(fields.reduce((sum, {length}) => sum + length, 0));
  let at = 0;
  for (const field of fields) {
    made.set(field, at);
    at += field.length;
  }
  return made;
}
