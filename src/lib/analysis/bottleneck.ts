/**
 * Chains of convolutions with stride 1 and `same` padding: what a square kernel costs directly and through a narrow middle.
 *
 * Per output position, multiply–adds and weights are the same number (biases apart); a layer costs that times H × W.
 */

/** One square convolution: side of the kernel, channels in and out. */
export interface Link {
  kernel: number;
  in: number;
  out: number;
}

/**
 * What follows the reduction. `expand` is ResNet's bottleneck: 1×1, K×K at the middle width, 1×1. `reduce` is an
 * Inception branch: 1×1, then K×K straight to the output width.
 */
export type BottleneckForm = "expand" | "reduce";

/** The widths of a bottleneck and the kernel it makes cheaper. */
export interface Bottleneck {
  in: number;
  mid: number;
  out: number;
  kernel: number;
}

/** Multiply–adds of one link for one output position: in × out × kernel². */
export function linkMacs(link: Link): number {
  return link.in * link.out * link.kernel ** 2;
}

/** Multiply–adds of a chain for one output position. */
export function chainMacs(chain: readonly Link[]): number {
  return chain.reduce((sum, link) => sum + linkMacs(link), 0);
}

/** The one wide convolution that a bottleneck stands in for. */
export function directChain({in: from, out, kernel}: Bottleneck): Link[] {
  return [{kernel, in: from, out}];
}

/** The chain through the narrow middle. */
export function bottleneckChain({in: from, mid, out, kernel}: Bottleneck, form: BottleneckForm): Link[] {
  if (form === "reduce")
    return [
      {kernel: 1, in: from, out: mid},
      {kernel, in: mid, out}
    ];
  return [
    {kernel: 1, in: from, out: mid},
    {kernel, in: mid, out: mid},
    {kernel: 1, in: mid, out}
  ];
}

/**
 * The middle width, in channels and not rounded, at which the detour costs exactly what the direct convolution does.
 *
 * `reduce`: in·m + K²·m·out = K²·in·out, linear in m. `expand`: in·m + K²·m² + m·out = K²·in·out, its positive root.
 */
export function breakEvenWidth({in: from, out, kernel}: Bottleneck, form: BottleneckForm): number {
  const area = kernel ** 2;
  const direct = area * from * out;
  if (form === "reduce") return direct / (from + area * out);
  const ends = from + out;
  return (Math.sqrt(ends ** 2 + 4 * area * direct) - ends) / (2 * area);
}
