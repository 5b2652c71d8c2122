/** Words of the receptive-field figure. */
export const reachStrings = {
  en: {
    title: "What one output sees",
    node: "Node",
    depth: "Depth: step through the nodes",
    input: "the picture itself",
    anotherPicture: "Another picture",
    hidePictures: "Hide the pictures",
    onPicture: "Output position on the picture",
    position: (row: number, rows: number, column: number, columns: number): string =>
      `row ${row + 1} of ${rows}, column ${column + 1} of ${columns}`,
    hint: "Drag on the picture, or focus it and use the arrow keys. Dots are the middles of the other outputs’ windows.",
    hintOnly: "Drag on the picture, or focus it and use the arrow keys.",
    facts: {
      size: "Theoretical receptive field",
      stride: "Step between neighbours",
      start: "First output begins at",
      map: "Map",
      pixels: "This output sees",
      padding: "Of its window, padding"
    },
    pixelCount: (pair: string): string => `${pair} pixels`,
    ranges: (rows: string, columns: string): string => `rows ${rows}, columns ${columns}`,
    beyond: (pixels: string): string => `${pixels} px more`,
    grows: "How it grows",
    growth: (last: string, picture: string): string =>
      `Size of the receptive field by depth, up to ${last} pixels; the picture has ${picture}. The band reaches down to the shortest route.`,
    routes: "Routes to it",
    oneRoute: "There is one route to this node, so every window is the same.",
    routesText: (count: string, least: string, median: string, most: string): string =>
      `${count} routes lead here. The shortest sees ${least} pixels, half of them at most ${median}, the longest ${most}.`,
    histogram: (axis: string): string => `Share of the routes by the size of their window${axis}`,
    axes: ["height", "width"],
    picture: "picture",
    median: "median",
    table: {
      network: "Network",
      node: "Last map",
      picture: "Picture",
      size: "Sees",
      median: "Half of the routes",
      least: "Shortest route",
      routes: "Routes"
    },
    columns: ["network", "node", "axis", "size", "routes", "share"]
  }
} as const;
