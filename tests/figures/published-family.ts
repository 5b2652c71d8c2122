/** The releases as they will be once every compact network is published. For `vi.mock`. */
import type * as Releases from "../../src/lib/nets/releases.ts";

/** Bytes of every made-up release's weights. */
export const BYTES = 600_000;

/** The module of releases, with one like compact-v1's for every compact network of the registry. */
export async function publishedFamily(original: () => Promise<typeof Releases>): Promise<typeof Releases> {
  const [real, {networks}] = await Promise.all([original(), import("../../src/lib/nets/registry.ts")]);
  const ids = [...networks.keys()].filter((id) => id.startsWith("compact-"));
  const like = {...real.release("compact-v1")};
  delete like.heads;
  const releases = new Map(ids.map((id) => [id, {...like, id, network: id, bytes: BYTES}]));
  return {...real, releases, release: (id) => releases.get(id)!};
}
