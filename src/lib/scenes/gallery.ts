import type {BackgroundName} from "./background.ts";
import type {Label, SceneParams} from "./scene.ts";

/** A hand-picked scene: its parameters, a short name for addresses, and a plain caption. */
export type GalleryScene = SceneParams & {readonly id: string; readonly caption: string};

/** A row of the table below. */
type Entry = readonly [
  label: Label,
  variant: number,
  palette: number,
  background: BackgroundName,
  size: number,
  position: readonly [number, number],
  pose: number,
  clutter: number,
  seed: number,
  flip?: boolean
];

function scene(id: string, caption: string, entry: Entry): GalleryScene {
  const [label, variant, palette, background, size, position, pose, clutter, seed, flip = false] = entry;
  return {id, caption, label, variant, palette, background, size, position, pose, clutter, seed, flip};
}

/** The site's sample pictures, class by class: at least three of each, each class in several sizes. */
// prettier-ignore
export const gallery: readonly GalleryScene[] = [
  scene("airliner", "an airliner climbing through the clouds", ["airplane", 0, 0, "sky", 0.86, [0.5, 0.48], 0.75, 0.7, 11]),
  scene("propeller-plane", "a red and cream propeller plane over a meadow", ["airplane", 1, 1, "meadow", 0.7, [0.5, 0.36], 0.6, 0.7, 12]),
  scene("jet-fighter", "a yellow jet seen from above", ["airplane", 2, 3, "sky", 0.9, [0.5, 0.5], 0.45, 0.4, 13]),
  scene("airliner-front", "an airliner coming towards us at sunset", ["airplane", 3, 2, "sunset", 0.8, [0.5, 0.4], 0.3, 0.4, 14]),
  scene("saloon", "a red saloon on a road", ["automobile", 0, 0, "road", 0.85, [0.5, 0.62], 0.2, 0.7, 21]),
  scene("little-car", "a small yellow car in town", ["automobile", 1, 2, "town", 0.72, [0.5, 0.6], 0.4, 0.8, 22, true]),
  scene("sports-car", "a green open sports car by the beach", ["automobile", 2, 3, "beach", 0.88, [0.5, 0.66], 0.6, 0.7, 203]),
  scene("car-front", "a blue car seen from the front", ["automobile", 3, 1, "forest", 0.74, [0.5, 0.58], 0.5, 0.6, 24]),
  scene("far-car", "a white car far off in the snow", ["automobile", 0, 4, "snow", 0.4, [0.42, 0.64], 0.1, 0.9, 25]),
  scene("songbird", "a blue songbird in the forest", ["bird", 0, 0, "forest", 0.72, [0.5, 0.55], 0.3, 0.5, 34]),
  scene("gull", "a white gull over the sea", ["bird", 1, 2, "sea", 0.7, [0.5, 0.36], 0.7, 0.6, 32]),
  scene("soaring-bird", "a brown bird of prey in the sky", ["bird", 2, 6, "sky", 0.85, [0.5, 0.5], 0.2, 0.6, 33]),
  scene("duck", "a duck on a pond", ["bird", 3, 3, "pond", 0.66, [0.5, 0.6], 0.5, 0.7, 31, true]),
  scene("owl", "a brown owl on a plain ground", ["bird", 4, 6, "studio", 0.8, [0.5, 0.52], 0.2, 0.2, 35]),
  scene("sitting-cat", "a ginger cat sitting in a room", ["cat", 0, 0, "room", 0.8, [0.5, 0.54], 0.4, 0.7, 41]),
  scene("walking-cat", "a grey tabby walking in a meadow", ["cat", 1, 1, "meadow", 0.8, [0.5, 0.56], 0.3, 0.6, 42]),
  scene("cat-face", "a black and white cat, close up", ["cat", 2, 2, "studio", 0.9, [0.5, 0.52], 0.5, 0.2, 43]),
  scene("sleeping-cat", "a brown cat asleep on the floor", ["cat", 3, 4, "room", 0.74, [0.5, 0.7], 0.5, 0.7, 44, true]),
  scene("stag", "a stag at the edge of a forest", ["deer", 0, 0, "forest", 0.86, [0.5, 0.52], 0.4, 0.6, 51]),
  scene("fawn", "a spotted fawn in a meadow", ["deer", 1, 2, "meadow", 0.66, [0.5, 0.58], 0.2, 0.7, 52, true]),
  scene("leaping-stag", "a stag leaping through the snow", ["deer", 2, 1, "snow", 0.78, [0.5, 0.54], 0.6, 0.7, 53]),
  scene("stag-front", "a stag looking at us at sunset", ["deer", 3, 4, "sunset", 0.84, [0.5, 0.56], 0.6, 0.4, 54]),
  scene("walking-dog", "a brown and white dog in a meadow", ["dog", 0, 0, "meadow", 0.8, [0.5, 0.54], 0.4, 0.6, 61]),
  scene("sitting-dog", "a white dog with brown patches on the beach", ["dog", 1, 1, "beach", 0.78, [0.5, 0.56], 0.5, 0.5, 602, true]),
  scene("puppy", "a puppy with its tongue out", ["dog", 2, 3, "studio", 0.86, [0.5, 0.52], 0.4, 0.3, 63]),
  scene("sausage-dog", "a sausage dog on a rug", ["dog", 3, 2, "room", 0.8, [0.5, 0.66], 0.3, 0.8, 64]),
  scene("sitting-frog", "a green frog by a pond", ["frog", 0, 0, "pond", 0.7, [0.5, 0.6], 0.4, 0.6, 71]),
  scene("frog-side", "a dark green frog on the forest floor", ["frog", 1, 1, "forest", 0.76, [0.5, 0.64], 0.3, 0.5, 72]),
  scene("leaping-frog", "a frog leaping over a meadow", ["frog", 2, 3, "meadow", 0.74, [0.5, 0.52], 0.7, 0.6, 73]),
  scene("frog-above", "a blue-green frog seen from above", ["frog", 3, 4, "studio", 0.84, [0.5, 0.5], 0.4, 0.3, 74]),
  scene("walking-horse", "a chestnut horse in a meadow", ["horse", 0, 0, "meadow", 0.86, [0.5, 0.52], 0.35, 0.6, 81]),
  scene("galloping-horse", "a pale golden horse in gallop along the beach", ["horse", 1, 3, "beach", 0.84, [0.5, 0.54], 0.6, 0.5, 82, true]),
  scene("grazing-horse", "a white horse grazing", ["horse", 2, 2, "meadow", 0.66, [0.5, 0.62], 0.3, 0.8, 83]),
  scene("horse-head", "the head of a brown horse", ["horse", 3, 1, "studio", 0.9, [0.5, 0.53], 0.4, 0.2, 84]),
  scene("container-ship", "a container ship at sea", ["ship", 0, 1, "sea", 0.9, [0.5, 0.54], 0.4, 0.6, 91]),
  scene("sailing-boat", "a sailing boat in the evening sun", ["ship", 1, 0, "sunset", 0.78, [0.5, 0.5], 0.6, 0.5, 902]),
  scene("ocean-liner", "an ocean liner with a plume of smoke", ["ship", 2, 2, "sea", 0.88, [0.5, 0.54], 0.5, 0.5, 93, true]),
  scene("tug", "a green tug at sea", ["ship", 3, 3, "sea", 0.62, [0.5, 0.52], 0.5, 0.7, 94]),
  scene("delivery-lorry", "a delivery lorry in town", ["truck", 0, 2, "town", 0.86, [0.5, 0.58], 0.3, 0.7, 101]),
  scene("dump-truck", "a yellow dump truck with its bed raised", ["truck", 1, 1, "road", 0.82, [0.5, 0.58], 0.7, 0.6, 102]),
  scene("fire-engine", "a red fire engine on a road", ["truck", 2, 0, "road", 0.86, [0.5, 0.58], 0.4, 0.6, 103]),
  scene("pickup", "a green pickup truck with a load", ["truck", 3, 3, "forest", 0.8, [0.5, 0.62], 0.2, 0.5, 1041, true]),
  scene("heavy-truck", "a purple truck seen from the front", ["truck", 4, 5, "sunset", 0.78, [0.5, 0.54], 0.5, 0.5, 105])
];
