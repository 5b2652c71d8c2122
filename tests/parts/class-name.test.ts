import {expect, test} from "vitest";
import {className} from "../../src/components/parts/class-name.ts";

test("className(name) is a name that Python and JavaScript take", () => {
  expect(["Inception V3", "Inception-ResNet-v2", "3 layers", "class", "None", "…", "Überblick"].map(className)).toEqual(
    ["InceptionV3", "InceptionResNetv2", "Network3layers", "Networkclass", "NetworkNone", "Network", "Uberblick"]
  );
});
