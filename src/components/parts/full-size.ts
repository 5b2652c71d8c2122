/** How a figure of a chapter keeps its state otherwise than its place in Measure or Play does; the frame tells the chapter's page. */
export interface FullSize {
  /** What the figure's keys in the address begin with, */
  prefix: string;
  /** and what its place's begin with instead. */
  there: string;
  /** What the figure opens with and its place does not, under the place's keys. */
  opens: Readonly<Record<string, string | number>>;
  /** What a setting is called at the place, where that is not the same: `{"code-shown=1": "view=code"}`. */
  called?: Readonly<Record<string, string>>;
}
