import type {BackgroundName, Footing} from "./background.ts";
import {seeded, type Random} from "./random.ts";
import {labels, paletteCount, variantNames, variantStands, type Label, type SceneParams} from "./scene.ts";

/** Seeds of training pictures: from `first` on, counting up to but not including `end`. */
export const trainSeeds = {first: 1_000_000, end: 8_000_000} as const;

/** Seeds of held-out pictures, never to be trained on: picture i, 0 ≤ i < 1000, has seed 9 000 000 + i and class i mod 10. */
export const heldOutSeeds = {first: 9_000_000, end: 9_001_000} as const;

/** Where each class is usually seen; the lists overlap, so that a background alone does not give the class away. */
const haunts: Readonly<Record<Label, readonly BackgroundName[]>> = {
  airplane: ["sky", "sky", "sky", "meadow", "sea", "sunset", "snow", "town", "beach", "road"],
  automobile: ["road", "road", "town", "town", "forest", "sunset", "snow", "meadow", "beach"],
  bird: ["sky", "sky", "meadow", "forest", "pond", "beach", "sea", "snow", "sunset", "town"],
  cat: ["room", "room", "room", "meadow", "town", "snow", "forest", "sunset"],
  deer: ["forest", "forest", "meadow", "meadow", "snow", "pond", "sunset"],
  dog: ["meadow", "meadow", "room", "room", "beach", "snow", "town", "forest", "sunset"],
  frog: ["pond", "pond", "meadow", "forest", "room", "beach", "road"],
  horse: ["meadow", "meadow", "forest", "beach", "snow", "sunset", "road", "town"],
  ship: ["sea", "sea", "sea", "sunset", "sea", "pond", "sky"],
  truck: ["road", "road", "town", "meadow", "snow", "forest", "sunset", "beach"]
};

/** Parameters of a random picture, of the given class or of any; the same seed gives the same parameters. */
export function randomParams(seed: number, label?: Label): SceneParams {
  const random = seeded(seed, "params");
  const drawn = random.pick(labels);
  const chosen = label ?? drawn;
  const variant = random.below(variantNames(chosen).length);
  const size = 0.35 + 0.65 * random.next() ** 0.75;
  return {
    label: chosen,
    variant,
    pose: random.next(),
    size,
    position: place(size, variantStands(chosen, variant), random),
    palette: random.below(paletteCount(chosen)),
    background: random.chance(0.16) ? "studio" : random.pick(haunts[chosen]),
    clutter: random.next(),
    seed,
    flip: random.chance(0.5)
  };
}

/** A place where nearly all of the subject is in the frame; what stands is rather low. */
function place(size: number, on: Footing, random: Random): [number, number] {
  const slack = Math.max(0.05, (1 - size) / 2 + 0.02);
  const x = 0.5 + random.between(-slack, slack);
  const y = on === "air" ? 0.48 + random.between(-slack, slack) * 0.9 : 0.54 + random.between(-0.35, 0.7) * slack;
  return [x, y];
}
