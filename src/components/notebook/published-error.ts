/** Published errors for the prose, from the list beside the networks. */
import {publishedErrors} from "../../lib/nets/published-errors.ts";

/** Which error: of a network alone, or of the several that `weights` names. */
export interface ErrorQuery {
  of: string;
  crop: string;
  weights?: string;
  what?: "top1" | "top5";
}

/**
 * A published error in percent, as its source prints it.
 * @throws if there is none
 */
export function publishedError({of, crop, weights = "the paper’s", what = "top1"}: ErrorQuery): number {
  const found = publishedErrors.find((one) => one.network === of && one.crop === crop && one.weights === weights);
  const error = found?.[what];
  if (error == null) throw new Error(`${of}: no ${what} error of ${weights} over ${crop}`);
  return error;
}
