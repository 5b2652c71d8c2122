/** For chapter 6's prose and equations: what its figures on batch normalisation show at first. */
import {batchMoments} from "../../lib/analysis/batch-norm.ts";
import {signed} from "../../lib/viz/format.ts";
import {NORM_CHOICES} from "../parts/norm-choices.ts";
import {normChannels, normNumbers, type NormRecord} from "../parts/norm-record.ts";

/** How many training pictures the remembered statistics were measured on. */
export const normPictures: number = NORM_CHOICES.pictures;

/** The number of the channel that is normalised step by step. */
export const normChannel: number = NORM_CHOICES.start.channel;

/** What the normalisations add to the variance. */
export const normEps: number = NORM_CHOICES.eps;

/** Mean, deviation, γ and β of the channel that is normalised step by step, and μ, σ², γ and β of the one that is folded. */
export function normsAtFirst(record: NormRecord) {
  const {layer, channel, batch, folded} = NORM_CHOICES.start;
  const steps = normChannels(record, layer)[channel - 1]!;
  const {mean, variance} = batchMoments(steps.pictures.slice(0, batch).map(({moments}) => moments));
  const {numbers, remembered} = normNumbers(record.fold.norms[folded - 1]!);
  return {
    steps: {mean: two(mean), deviation: two(Math.sqrt(variance)), ...learned(steps.numbers)},
    fold: {mean: two(remembered.mean), variance: two(remembered.variance), ...learned(numbers)}
  };
}

const two = (n: number): string => signed(Number(n.toFixed(2)), 2);

const learned = ({gamma, beta}: {gamma: number; beta: number}) => ({gamma: two(gamma), beta: two(beta)});
