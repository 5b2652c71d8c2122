/** Labels of what prose is made of: numbers, predictions, citations, asides. */
export const notebookStrings = {
  en: {
    answer: "Answer",
    backTo: (n: number): string => `back to citation ${n}`,
    exercise: "Exercise",
    figure: "Figure",
    guess: "Your guess",
    oftenToldWrong: "Often told wrong",
    predict: "Predict first",
    references: "References",
    showAnswer: "Show the answer",
    truth: "Computed",
    exact: "Exactly right.",
    tooHigh: (difference: string): string => `Your guess is ${difference} too high.`,
    tooLow: (difference: string): string => `Your guess is ${difference} too low.`,
    quantities: {
      one: "width of the 1×1 branch",
      r3: "width of the 1×1 before the 3×3",
      c3: "width of the 3×3",
      r5: "width of the 1×1 before the 5×5",
      c5: "width of the 5×5",
      proj: "width of the 1×1 after the pool",
      cin: "channels that come into the module",
      hw: "height and width of the map",
      bin: "channels in",
      bmid: "channels in the middle",
      bout: "channels out",
      bk: "side of the kernel",
      bh: "height of the map",
      bw: "width of the map"
    },
    training: {
      title: (network: string): string => `How ${network} was trained, as recorded`,
      cifar10: "CIFAR-10 test pictures",
      scenes: "held-out drawn scenes",
      top1: "top-1",
      loss: "training loss",
      accuracy: "top-1 on CIFAR-10",
      epoch: "epoch",
      epochs: "epochs",
      seed: "seed",
      unfinished: "still training",
      curve: (first: string, last: string): string => `Training loss falls from ${first} to ${last}.`
    }
  }
} as const;
