/** Labels of the Play page's classifier and of the parts it shares with the branch viewer. */
import type {PictureLimits} from "../../lib/runtime/limits.ts";
import type {PictureNote, PictureProblem} from "../../lib/runtime/picture.ts";
import type {PictureHeader} from "../../lib/runtime/picture-header.ts";

const article = (name: string): string => `${/^[aeiou]|^(HTML|SVG|MP3)/i.test(name) ? "an" : "a"} ${name}`;

const formats: Record<PictureHeader["format"], string> = {
  ...{png: "PNG", jpeg: "JPEG", gif: "GIF", webp: "WebP", bmp: "BMP", avif: "AVIF", ico: "icon", svg: "SVG"},
  ...{
    heic: "HEIC photo",
    tiff: "TIFF picture",
    jxl: "JPEG XL picture",
    psd: "Photoshop file",
    pdf: "PDF",
    video: "video"
  },
  ...{audio: "sound file", zip: "ZIP archive", gzip: "compressed file", html: "web page", text: "text file"},
  ...{empty: "empty file", unknown: "file of a kind that is not known here"}
};

const unreadable = (format: PictureHeader["format"]): string =>
  format === "unknown" || format === "text"
    ? `this is ${article(formats[format])}, not a picture; try PNG, JPEG or WebP`
    : `this is ${article(formats[format])}, which browsers cannot read as a picture; save it as PNG or JPEG and try again`;

const size = ({width, height}: PictureHeader): string => {
  const [w, h] = [width ?? 0, height ?? 0];
  return `${w}×${h}, ${Math.round((w * h) / 1e6)} megapixels`;
};

const problems: Record<
  PictureProblem | "unforeseen" | "link" | "no-picture",
  (header: PictureHeader, limits: PictureLimits) => string
> = {
  empty: () => "the file is empty: 0 bytes; copy or download it again",
  format: ({format}) => unreadable(format),
  truncated: ({format}) =>
    `the file ends early: a part of this ${formats[format]} is missing; copy or download it again`,
  "too-large": (header, {pixels}) =>
    `the picture is too large (${size(header)}); at most ${pixels / 1e6} megapixels are read, so make it smaller first`,
  "too-heavy": (_, {bytes}) => `the file is larger than ${bytes / 1e6} MB; save a smaller copy first`,
  undecodable: ({format}) =>
    `the file looks like ${article(formats[format])}, but its content is damaged and the browser cannot read it; try another copy`,
  "too-slow": (_, {patience}) =>
    `the browser took longer than ${patience / 1000} seconds to read the picture, so it was given up; try a smaller copy`,
  svg: (_, {svgBytes}) =>
    `the SVG could not be drawn: it is not well-formed, larger than ${svgBytes / 1e6} MB, or asks for things a picture may not; save it as PNG`,
  "no-size": () => "the picture has no pixels: its width or height is 0; save it with a size, as PNG or JPEG",
  link: () => "that was a link, not a file; save the picture first, then drop the file here",
  "no-picture": () => "the clipboard holds no picture; copy the picture itself, not its address",
  unforeseen: () => "the file could not be read; try PNG, JPEG or WebP"
};

const notes: Record<PictureNote, string> = {
  "first-frame": "Animated: only its first frame is used.",
  "on-white": "Transparent parts are laid on white.",
  turned: "Turned upright, as the camera noted in the file.",
  cmyk: "Stored in printing colours (CMYK); the browser has converted them.",
  cropped: "Only the central square is used.",
  reduced: "Very large: reduced while reading.",
  drawn: "A drawing (SVG): painted as pixels first, without its scripts and links."
};

const oneIn = (part: number): string => Math.round(1 / part).toLocaleString("en-US");
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Labels by language. */
export const playStrings = {
  en: {
    title: (network: string): string => `What does ${network} see?`,
    network: "Network",
    start: (bytes: number): string => `Start the network (${megabytes(bytes)})`,
    startNote: "Until then the answers are recorded ones, from the same network.",
    loading: "Starting the network",
    loaded: (done: number, all: number): string =>
      all > 0 ? `${megabytes(done)} of ${megabytes(all)} of weights` : "engine",
    cancel: "Cancel",
    retry: "Try again",
    failed: "The network did not start",
    requestFailed: "No answer for this picture",
    live: "live",
    recorded: "recorded",
    waiting: "waiting for the network",
    unrecorded: "not recorded: start the network to see its answer",
    recordLost: "the recorded answers did not arrive: start the network, or reload the page",
    stage: (what: string): string => `The picture: ${what}`,
    camera: "camera",
    photo: (label: string, number: number): string => `${label}, test photograph ${number}`,
    photoFailed: "The sheet of photographs did not arrive; check the connection and choose a photograph again.",
    gallery: "Bundled pictures",
    upload: "Choose a file",
    uploadHint: "drop one anywhere, or paste with Ctrl+V",
    localHint: "drop one here, or paste with Ctrl+V",
    dropHere: "Drop the picture",
    reading: (name: string): string => `Reading ${name}…`,
    pasted: "the pasted picture",
    refusedName: (name: string): string => (name === "" ? "" : `${name}: `),
    problem: (problem: keyof typeof problems, header: PictureHeader | null, limits: PictureLimits): string =>
      problems[problem](
        header ?? {
          format: "unknown",
          width: null,
          height: null,
          orientation: 1,
          animated: false,
          channels: null,
          complete: true,
          exif: []
        },
        limits
      ),
    notes,
    several: (count: number): string => `Took the first of ${count} files.`,
    cameraStart: "Use the camera",
    cameraStop: "Stop the camera",
    cameraAsking: "Asking for the camera…",
    cameraErrors: {
      NotAllowedError: "the camera was not allowed; allow it in the address bar, then try again",
      NotFoundError: "no camera was found on this machine",
      NotReadableError: "the camera is in use by another program; close that one, then try again",
      ended: "the camera stopped: it was unplugged or taken away; plug it in, then start it again",
      unsupported: "this page may not use a camera here: browsers allow it only over https or on localhost",
      other: "the camera did not start; unplug and plug it in, or try another browser"
    } as Record<string, string>,
    knobs: {size: "Size", x: "Across", y: "Down"},
    knobsLabel: "Change the drawing",
    percent: (n: number): string => `${n} %`,
    votes: "Shares of the vote",
    share: (p: number): string => (Number.isNaN(p) ? "–" : `${(100 * p).toFixed(1)} %`),
    vote: (label: string, p: number): string => (Number.isNaN(p) ? label : `${label}, ${(100 * p).toFixed(1)} percent`),
    cam: (label: string): string => `Evidence for “${label}”`,
    camAgainst: "against",
    camFor: "for",
    camSum: {mean: "mean of the map", bias: "bias", logit: "logit"},
    camOverlay: "Show on the picture",
    camExplain: (cells: string): string =>
      `The last maps are averaged and weighted once, so the logit is exactly the mean of these ${cells} numbers plus a constant.`,
    seen: "What the network saw",
    seenNote: (side: number): string => `${side}×${side} pixels, nothing more`,
    unsure: (label: string): string =>
      `No class has half of the vote: the network is guessing, and “${label}” is only its least bad guess.`,
    sure: (label: string): string => `Its answer: ${label}.`,
    limits:
      "It knows ten classes and nothing else. A teapot would get ten shares too, and they would add up to 100 %: a high share means “this of the ten”, never “this of all things”.",
    trust: {
      title: "Computed by",
      titleOf: (name: string): string => `${name}: computed by`,
      backend: "Backend",
      threads: "Threads",
      precision: "Precision",
      time: "Time",
      selfTest: "Self-test",
      untested: "no record to compare with",
      agrees: (difference: number, tolerance: number): string =>
        difference === 0
          ? "this device agrees with the record, digit for digit"
          : `this device agrees with the record to 1 in ${oneIn(difference)}; 1 in ${oneIn(tolerance)} would do`,
      disagreed: (backend: string, difference: number): string =>
        `${backend} disagreed with the record${Number.isFinite(difference) ? ` by ${(100 * difference).toPrecision(2)} %` : ""}; it is not used.`,
      weights: "Weights (SHA-256)",
      full: "in full",
      backends: {webgpu: "WebGPU", webgl: "WebGL", wasm: "WebAssembly", cpu: "plain JavaScript"} as Record<
        string,
        string
      >,
      simd: "with SIMD",
      floats: (bits: number): string => `${bits}-bit floats; the weights are kept in 16-bit ones`,
      milliseconds: (ms: number): string => `${ms.toFixed(1)} ms`,
      timeNote: "preparing the picture and one pass",
      recordedBy: "recorded beforehand, by the same code"
    }
  }
};
