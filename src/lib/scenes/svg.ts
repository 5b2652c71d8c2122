import type {Scene, Shape} from "./scene.ts";

/**
 * Writes a scene as an SVG document; `title` names it for screen readers, `id` keeps clip paths of several pictures on a
 * page apart. It has a width and a height, without which some browsers paint no SVG into a canvas.
 */
export function sceneToSvg(scene: Scene, {title, id = "scene"}: {title?: string; id?: string} = {}): string {
  const clips = new Map<string, string>();
  for (const {clip} of scene.shapes)
    if (clip !== undefined && !clips.has(clip)) clips.set(clip, `${id}-clip-${clips.size}`);
  const defs = [...clips].map(([d, name]) => `<clipPath id="${name}"><path d="${d}"/></clipPath>`).join("");
  const label = title === undefined ? ' aria-hidden="true"' : ' role="img"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${scene.size} ${scene.size}" width="512" height="512"${label}>`,
    title === undefined ? "" : `<title>${escaped(title)}</title>`,
    defs && `<defs>${defs}</defs>`,
    ...scene.shapes.map((shape) => element(shape, clips)),
    "</svg>"
  ].join("");
}

function element({d, fill, stroke, strokeWidth, opacity, clip}: Shape, clips: ReadonlyMap<string, string>): string {
  const attributes = [
    `d="${d}"`,
    `fill="${fill ?? "none"}"`,
    stroke !== undefined &&
      `stroke="${stroke}" stroke-width="${strokeWidth ?? 1}" stroke-linecap="round" stroke-linejoin="round"`,
    opacity !== undefined && `opacity="${opacity}"`,
    clip !== undefined && `clip-path="url(#${clips.get(clip)})"`
  ];
  return `<path ${attributes.filter(Boolean).join(" ")}/>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
