/** The control: 3×3 convolutions one after another and nothing else, within the compact family's budget. */
import type {Series} from "../../spec/net.ts";
import {series} from "../../spec/build.ts";
import {down, head, unit} from "./shared.ts";

/** A plain network for 32×32 pictures. */
export function compactPlain(): Series {
  return series(
    [
      ["conv1", unit(3, 32)],
      ["pool1", down],
      ["conv2", unit(3, 40)],
      ["conv3", unit(3, 52)],
      ["pool2", down],
      ["conv4", unit(3, 80)],
      ["conv5", unit(3, 88)],
      ["conv6", unit(3, 92)],
      ["conv7", unit(3, 96)],
      ...head
    ],
    "CompactPlain"
  );
}
