/** Text for a link: compressed, in letters that an address may have. What a link holds can be anything, also bombs. */

/** Most letters of a link that a network of the reader's own may take. */
export const MOST_NETWORK = 8000;

/** Text as a link has it. */
export async function pack(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** The text that was packed; undefined if it is no such text, or unpacks to more than so many letters. */
export async function unpack(packed: string, most: number): Promise<string | undefined> {
  if (!/^[\w-]+$/.test(packed)) return undefined;
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    return await inflated(
      Uint8Array.from(binary, (letter) => letter.charCodeAt(0)),
      most
    );
  } catch {
    return undefined;
  }
}

// A few letters can unpack to gigabytes: reading ends at a bound.
async function inflated(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let text = "";
  for (;;) {
    const {done, value} = await reader.read();
    text += decoder.decode(value, {stream: !done});
    if (text.length > most) throw new Error("the link holds too much");
    if (done) return text;
  }
}
