import {expect, test} from "vitest";
import {gallery} from "../../src/lib/scenes/gallery.ts";
import {drawScene} from "../../src/lib/scenes/scene.ts";
import {sceneToSvg} from "../../src/lib/scenes/svg.ts";

test("sceneToSvg(scene) writes one path per shape and one clip path per distinct clip", () => {
  for (const params of gallery) {
    const scene = drawScene(params);
    const svg = sceneToSvg(scene, {title: params.caption, id: params.id});
    const clips = new Set(scene.shapes.flatMap(({clip}) => clip ?? []));
    expect(svg.match(/<clipPath id="/g)?.length ?? 0).toBe(clips.size);
    expect(svg.match(/<path /g)?.length).toBe(scene.shapes.length + clips.size);
    expect(svg).toContain(`<title>${params.caption}</title>`);
    for (const [, name] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(svg).toContain(`<clipPath id="${name}">`);
  }
});

test("sceneToSvg(scene, {title}) escapes the title, and without one hides the picture from screen readers", () => {
  const scene = {size: 100, shapes: [{d: "M0 0L1 1", stroke: "#000000", strokeWidth: 2}]} as const;
  expect(sceneToSvg(scene, {title: "cat & <dog>"})).toContain('role="img"><title>cat &amp; &lt;dog&gt;</title>');
  expect(sceneToSvg(scene)).toBe(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="512" height="512" aria-hidden="true">' +
      '<path d="M0 0L1 1" fill="none" stroke="#000000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>'
  );
});
