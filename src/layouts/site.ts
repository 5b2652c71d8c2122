/** Words and addresses of the site's shell. */
export const site = {
  name: "Inside Inception",
  language: "en",
  skip: "Skip to the content",
  tableAsCsv: "Download this table as CSV",
  drawingAsSvg: "Download this drawing as SVG",
  navigation: "Site",
  sections: [
    {path: "learn/", name: "Learn"},
    {path: "play/", name: "Play"},
    {path: "measure/", name: "Measure"},
    {path: "networks/", name: "Networks"}
  ],
  howWeCount: "How we count",
  line: "The Inception networks, read, taken apart and run in the browser.",
  feed: "The chapters on the Inception networks.",
  feedName: "Feed",
  search: {
    open: "Search",
    label: "Search chapters, networks and terms",
    placeholder: "Search chapters, networks and terms",
    close: "Close",
    hint: "Arrows move, Enter opens, Esc closes.",
    loading: "Fetching the index …",
    failed: "The index of the search did not arrive. Type on to try again.",
    none: "Nothing found.",
    one: "1 page",
    many: "{n} pages"
  },
  anchor: "Link to “{name}”",
  copy: "Copy",
  copied: "Copied",
  continue: "Continue where you were:",
  read: "read",
  year: 2026,
  glossary: {
    title: "Glossary",
    description: "The words of the chapters, each in a sentence or two, and where it is taught.",
    letters: "Letters",
    also: "Also:",
    taught: "Taught in"
  },
  references: {
    title: "References",
    description: "The works that this site cites, and where it cites them.",
    bibtex: "All of them as BibTeX",
    citedIn: "Cited in",
    list: "Works"
  },
  more: "More",
  networks: {
    title: "Networks",
    description:
      "A card for every network and variant that this site has written down: the same facts in the same places, counted or cited.",
    cardDescription: (title: string): string =>
      `${title} on one card: size, work, memory, receptive field, modules, published errors, weights, and what to know.`,
    explore: "Take it apart in the explorer",
    compare: "Put it beside others",
    before: "Before",
    next: "Next",
    cards: "Other cards",
    noChapters: "No chapter uses this network yet.",
    viaVariant: "through another variant"
  },
  instruments: "Instruments",
  measure: [
    {path: "measure/", name: "Explore a network"},
    {path: "measure/compare/", name: "Compare networks"},
    {path: "measure/clinic/", name: "Number clinic"},
    {path: "measure/receptive-field/", name: "Receptive field"},
    {path: "measure/calculators/", name: "Calculators"},
    {path: "measure/layers/", name: "Layers"},
    {path: "measure/modules/", name: "Modules"},
    {path: "measure/signals/", name: "Signals and gradients"}
  ],
  /** What the pictures for links to these pages say, and whose shape they show; chapters, cards and notes have their own. */
  pictures: [
    {
      ...{page: "learn", title: "Learn", network: "googlenet@bvlc"},
      line: "The chapters on the Inception networks, in reading order."
    },
    {
      ...{page: "play", title: "Play", network: "compact-v1"},
      line: "A small trained Inception on a picture of yours, in your browser."
    },
    {
      ...{page: "play/training", title: "Training runs", network: "compact-v3"},
      line: "How the small networks were trained, and what each of them reaches."
    },
    {
      ...{page: "measure", title: "Explore a network", network: "inception-v3@torchvision"},
      line: "Every network of the Inception story, exact to the last parameter."
    },
    {
      ...{page: "measure/compare", title: "Compare networks", network: "inception-resnet-v2@timm"},
      line: "Networks side by side: what they cost, how deep they are, and what accuracy that buys."
    },
    {
      ...{page: "measure/clinic", title: "Number clinic", network: "googlenet@bvlc"},
      line: "Published figures that disagree, and the switches that turn one into another."
    },
    {
      ...{page: "measure/receptive-field", title: "Receptive field", network: "inception-v4@timm"},
      line: "Which pixels can reach one output of a layer, and through how many routes."
    },
    {
      ...{page: "measure/calculators", title: "Calculators", network: "bn-inception@slim"},
      line: "What the tricks that make a convolution cheaper save, with numbers you can drag."
    },
    {
      ...{page: "networks", title: "Networks", network: "inception-v4@timm"},
      line: "A card for every network and variant: the same facts in the same places."
    },
    {
      ...{page: "glossary", title: "Glossary", network: "googlenet@bvlc"},
      line: "The words of the chapters, each in a sentence or two."
    },
    {
      ...{page: "references", title: "References", network: "googlenet@bvlc"},
      line: "The works that this site cites, and where it cites them."
    }
  ],
  theme: {label: "Colours", light: "Light", dark: "Dark", system: "As the system"},
  contents: "On this page",
  chapters: "Chapters",
  minutes: (count: number) => `about ${count} minutes`,
  before: "Before",
  next: "Next",
  colophon:
    "Everything here runs in your browser: no picture leaves this machine, and nothing is loaded from elsewhere."
} as const;

/** The address of a page or public file under whatever folder the site is served from. */
export function pagePath(path = ""): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/${path}`;
}

/** The address of a chapter from its entry's id. */
export function chapterPath(id: string): string {
  return pagePath(`learn/${id}/`);
}
