/** Labels of the factorisation calculators. */

const channelNumbers = {
  in: "channels in",
  mid: "channels in the middle",
  out: "channels out",
  height: "height of the map",
  width: "width of the map"
};

export const calculatorStrings = {
  en: {
    presets: "As in",
    view: "Show",
    numbers: "Numbers",
    weights: "weights",
    weightsHead: "Weights",
    reach: "Window",
    perPosition: (unit: string): string => `${unit} per position`,
    perLayer: (unit: string): string => `${unit} per picture`,
    way: "Way",
    layers: "Layers",
    verdict: {
      less: (ratio: string, share: string): string => `${ratio}× less: ${share} saved.`,
      more: (ratio: string): string => `${ratio}× more.`,
      same: "Both the same."
    },
    columns: ["way", "layer", "window", "channels in", "channels out", "groups", "weights", "MAC", "FLOP"],
    depthwise: "depthwise",
    mean: "mean",
    kinds: {
      stack: {
        title: "One wide window, or 3×3 windows in a row",
        file: "stacked-windows",
        numbers: {depth: "3×3 windows in the row", ...channelNumbers},
        presets: {
          vgg: "VGG-16, conv3, 256 wide",
          bnInception3a: "BN-Inception 3a, 64→96→96",
          v3: "V3’s 5×5, 48→64"
        },
        ways: {direct: "One window", factored: "3×3 windows in a row"},
        views: {weights: "one position", layer: "the whole map"},
        note: "The row also has a ReLU after each window, which the single window has only once."
      },
      asym: {
        title: "n×n, or 1×n and then n×1",
        file: "asymmetric-windows",
        numbers: {n: "side of the window", ...channelNumbers},
        presets: {
          v3: "V3’s last 17×17 module, 192 wide",
          v3first: "V3’s first, 128→128→192",
          v4: "V4’s, 192→224→256"
        },
        ways: {direct: "n×n", factored: "1×n, n×1"},
        views: {weights: "one position", layer: "the whole map"},
        note: "V3’s authors found that this does not work well on early layers, and very well on maps of 12 to 20 positions."
      },
      sep: {
        title: "A convolution, or one window per channel and then a 1×1",
        file: "separable-convolution",
        numbers: {k: "side of the window", ...channelNumbers},
        presets: {xception: "Xception’s middle, 728 wide", mobilenet: "MobileNet, 512 wide"},
        ways: {direct: "Convolution", factored: "Depthwise, then 1×1"},
        views: {weights: "one position", layer: "the whole map"},
        note: "No layer mixes positions and channels at once; nearly all of the cost is in the 1×1."
      },
      head: {
        title: "From the last map to the classes",
        file: "classifier-heads",
        numbers: {
          height: "height of the last map",
          width: "width of the last map",
          channels: "channels of the last map",
          classes: "classes",
          hidden: "hidden dense layers",
          units: "width of a hidden layer"
        },
        presets: {googlenet: "GoogLeNet", v3: "Inception V3", nin: "Network in Network", vgg: "VGG-16"},
        ways: {
          direct: "Flatten, dense",
          factored: "Average, then dense",
          maps: "One map per class, then average"
        },
        views: {weights: "weights", layer: "the work for a picture"},
        note: "The second is the head of every Inception; the third is Network in Network’s. Averaged maps also take any picture size, and flattened ones only the one they were trained for."
      }
    }
  }
} as const;
