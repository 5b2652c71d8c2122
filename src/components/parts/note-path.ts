/** The address of a note under whatever folder the site is served from. */
export function notePath(name: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/, "")}/notes/${name}/`;
}
