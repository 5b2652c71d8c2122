/** How long a chapter takes. */

/** Words of prose that are read in a minute (Brysbaert, 2019, https://doi.org/10.1016/j.jml.2019.104047), and minutes for each thing to try. */
const [WORDS, THING] = [238, 0.5];

/** About how many minutes a chapter's text takes: prose, figures, questions and cells; code, exercises and what is folded are left out. */
export function minutesOf(mdx: string): number {
  const told = mdx
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .split(/^## Exercises$/m)[0]!
    .replace(/<Further\b[\s\S]*?<\/Further>/g, " ");
  const things = told.match(/<(?:Figure|Predict|LiveCode)\b/g) ?? [];
  const prose = told
    .replace(/```[\s\S]*?```/g, " ")
    .replace(/^(?:import|export)\b[\s\S]*?;$/gm, " ")
    .replace(/<Equation\b[\s\S]*?\/>/g, " ")
    .replace(/<[^>]*>/g, " ");
  const words = prose.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  return Math.round(words.length / WORDS + things.length * THING);
}
