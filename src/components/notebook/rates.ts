/** Published accuracies and errors for the prose, each looked up where it stands with its source: `nets/checkpoints.ts` and `nets/published-errors.ts`. */
import {checkpoints, type Source} from "../../lib/nets/checkpoints.ts";
import {IMAGENET, PAPER, publishedErrors} from "../../lib/nets/published-errors.ts";

export {VALIDATION, VALIDATION_SUBSET} from "../../lib/nets/checkpoints.ts";

/** Which set of weights, on which crop and pictures. */
export interface RateQuery {
  /** Id of the network in the registry, as the figure's row has it. */
  of: string;
  /** Whose weights; the paper's unless told. */
  weights?: string | undefined;
  /** As the row has it; a single crop unless told. */
  crop?: string | undefined;
  /** ImageNet's 50,000 for validation unless told. */
  pictures?: string | undefined;
}

/** A right answer first, among the five best, or the lack of it. */
export type RateName = "top1" | "top5" | "top1Error" | "top5Error";

/** One row of either table: errors in per cent. */
interface Row {
  network: string;
  weights: string;
  crop: string;
  pictures: string;
  top1: number | null;
  top5: number | null;
  source: Source;
}

const complement = (rate: number): number => Number((100 - rate).toFixed(3));
const rows: readonly Row[] = [
  ...checkpoints.map(({top1, top5, ...rest}) => ({
    ...rest,
    pictures: IMAGENET,
    top1: top1 === null ? null : complement(top1),
    top5: top5 === null ? null : complement(top5)
  })),
  ...publishedErrors
];

/**
 * A published rate in per cent.
 * @throws naming the rows there are, if none or several fit, or the source does not print this rate
 */
export function rateNumber(query: RateQuery, what: RateName): number {
  const row = find(query);
  const error = row[what.startsWith("top1") ? "top1" : "top5"];
  if (error === null) throw new Error(`${described(row)}: ${row.source.text} does not print ${what}`);
  return what.endsWith("Error") ? error : complement(error);
}

/** A rate as the prose writes it, without the sign: as many decimals as are known, at least one. */
export function rate(query: RateQuery, what: RateName): string {
  return written(rateNumber(query, what));
}

/** A rate that was worked out of others, such as a difference, rounded to tenths. */
export function points(difference: number): string {
  return written(Math.round(10 * difference) / 10);
}

function written(number: number): string {
  return number.toFixed(Math.max(1, String(number).split(".")[1]?.length ?? 0));
}

function find({of, weights = PAPER, crop = "one crop", pictures = IMAGENET}: RateQuery): Row {
  const wanted = {network: of, weights, crop, pictures};
  const keys = Object.keys(wanted) as (keyof typeof wanted)[];
  const found = rows.filter((row) => keys.every((key) => row[key] === wanted[key]));
  if (found.length === 1) return found[0]!;
  const known = rows.filter(({network}) => network === of).map(described);
  throw new Error(
    `${described(wanted)}: needs one published figure, found ${found.length}; there are ${known.join("; ")}`
  );
}

const described = ({
  network,
  weights,
  crop,
  pictures
}: Pick<Row, "network" | "weights" | "crop" | "pictures">): string => `${network}, ${weights}, ${crop}, ${pictures}`;
