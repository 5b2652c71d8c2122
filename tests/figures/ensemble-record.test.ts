/** What record-ensemble.ts measured of the networks together, against the files that ship. */
import {expect, test} from "vitest";
import record from "../../src/components/figures/ensemble-record.json" with {type: "json"};
import {releases} from "../../src/lib/nets/releases.ts";

test("every compact network was asked with the weights that ship (else: node scripts/record-ensemble.ts --data DIR)", () => {
  const compact = [...releases.values()].filter(({network}) => network.startsWith("compact-"));
  expect(record.members.map(({network, weights}) => [network, weights])).toEqual(
    compact.map(({network, sha256}) => [network, sha256])
  );
  expect(record.pictures).toBe(10_000);
});
