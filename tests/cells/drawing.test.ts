import {expect, test} from "vitest";
import {drawingOf} from "../../src/components/parts/cell-drawing.ts";

const style = {ink: "rgb(1, 2, 3)", font: "Inter"};

test("drawingOf(source) gives the picture the page's ink, and keeps its own style and size", async () => {
  const drawing = drawingOf(
    '<svg class="plot" viewBox="0 0 640 400" style="max-width: 100%"><path d="M0,0"/></svg>',
    style
  );
  expect([drawing?.width, drawing?.height]).toEqual([640, 400]);
  expect(await drawing?.file.text()).toBe(
    '<svg class="plot" viewBox="0 0 640 400" style="color:rgb(1, 2, 3);font-family:Inter;max-width: 100%"><path d="M0,0"/></svg>'
  );
});

test("drawingOf(source) says its label or else what is written in it, and numbers only where there is nothing else", () => {
  const said = (inside: string, label = "") => drawingOf(`<svg${label}>${inside}</svg>`, style)?.words;
  const axis = "<text>0</text><text>1,000</text><text x='1'>size &amp; work →</text><text><tspan>pool</tspan></text>";
  expect(said(axis)).toBe("size & work →, pool");
  expect(said("<text>27</text><text>-9</text><text>27</text>")).toBe("27, -9");
  expect(said(axis, ' aria-label="Work against size"')).toBe("Work against size");
  expect(said("<path/>")).toBe("");
  expect(said(`<text>${"ab ".repeat(1000)}</text>`)).toHaveLength(301);
  // Whatever stands there, it is soon read.
  expect(said("<text ".repeat(300_000))).toBe("");
});

test("drawingOf(source) never makes a picture of absurd size, and none of what is no SVG", () => {
  expect(drawingOf('<svg width="1e9" height="20"></svg>', style)).toMatchObject({width: 4000, height: 20});
  for (const source of ["", "<img src=x>", "text <svg></svg>", "<svg onload=alert(1)></svg>"])
    expect(drawingOf(source, style)).toBeUndefined();
});
