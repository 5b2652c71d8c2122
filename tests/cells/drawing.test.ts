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

test("drawingOf(source) never makes a picture of absurd size, and none of what is no SVG", () => {
  expect(drawingOf('<svg width="1e9" height="20"></svg>', style)).toMatchObject({width: 4000, height: 20});
  for (const source of ["", "<img src=x>", "text <svg></svg>", "<svg onload=alert(1)></svg>"])
    expect(drawingOf(source, style)).toBeUndefined();
});
