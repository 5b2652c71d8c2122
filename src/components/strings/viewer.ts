/** Labels of figure 4, the branch viewer. */
export const viewerStrings = {
  en: {
    title: "What every branch answers",
    module: "Module",
    scale: "Brightness",
    scales: {local: "per map", module: "per module", global: "all modules"},
    scaleNotes: {
      local: "each map from its own smallest to its own largest value: shows the pattern, hides the strength",
      module: "one scale for the maps of this module: bright means strong",
      global: "one scale for all modules: bright in one is as strong as bright in another"
    },
    maps: (count: number): string => `${count} maps`,
    gridLabel: (branch: string, module: string): string => `Output maps of the ${branch} branch of ${module}`,
    tile: (branch: string, number: number, mean: string): string => `${branch} map ${number}, mean ${mean}`,
    mean: "mean activation",
    silence: "Silence",
    silenced: "silenced",
    silenceLabel: (branch: string, module: string): string => `Silence the ${branch} branch of ${module}`,
    restore: "All branches on",
    detail: "Map",
    detailOf: (branch: string, number: number, count: number): string => `${branch}, map ${number} of ${count}`,
    detailHint: "Point at a map, or walk among them with the arrow keys.",
    detailPinned: "pinned; Esc lets go",
    stats: {min: "smallest", mean: "mean", max: "largest"},
    answer: "The network’s answer",
    answerSilenced: "Its answer with branches silenced",
    unrecorded: "not recorded",
    notRecorded: (module: string): string => `Not recorded. Start the network to see ${module}.`,
    noBranches: (network: string): string =>
      `${network} is one chain of layers: it has no branches to look into. Its maps are further down, beside those of the others.`,
    savePicture: "Save the maps as PNG"
  }
};
