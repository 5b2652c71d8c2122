import {expect, test} from "vitest";
import recorded from "../../src/components/figures/recorded-play.json" with {type: "json"};
import {type RecordedPlay, valuesOf, votesFrom} from "../../src/components/parts/recorded-play.ts";
import {releases} from "../../src/lib/nets/releases.ts";

const records = Object.entries(recorded as unknown as Record<string, RecordedPlay>);

test("every release's answers are recorded with the weights that ship (else: node scripts/record-play.ts)", () => {
  const shipped = [...releases.values()].map(({id, sha256}) => [id, sha256]);
  expect(records.map(([id, {weights}]) => [id, weights])).toEqual(shipped);
});

test.each(records)(
  "%s: recorded shares and biases sum to the recorded logits, for every class",
  (_, {votes, logits}) => {
    logits.forEach((logit, index) => {
      const {parts, logit: sum} = votesFrom(votes, index);
      expect(Math.abs(sum - logit)).toBeLessThan(0.00006 * (parts.length + 2)); // four decimals each
    });
    const {parts} = votesFrom(votes, votes.best);
    valuesOf(votes.maps).forEach((values, i) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const step = (votes.maps.max[i]! - votes.maps.min[i]!) / 255;
      expect(Math.abs(mean - parts[i]!.share)).toBeLessThan(step / 2 + 0.001);
    });
  }
);

test.each(records)(
  "%s: the mean of every class's recorded map plus its bias is the recorded logit",
  (_, {classMaps, logits}) => {
    valuesOf(classMaps).forEach((values, index) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      const step = (classMaps.max[index]! - classMaps.min[index]!) / 255;
      expect(Math.abs(mean + classMaps.bias[index]! - logits[index]!)).toBeLessThan(step / 2 + 0.001);
    });
  }
);
