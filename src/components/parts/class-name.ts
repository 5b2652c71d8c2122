/** A network's name as the name of a class in Python or JavaScript. */
export function className(name: string): string {
  const letters = name.normalize("NFD").replace(/\W+/g, "");
  return /^(?:\d|$|None$|True$|False$|[a-z])/.test(letters) ? `Network${letters}` : letters;
}
