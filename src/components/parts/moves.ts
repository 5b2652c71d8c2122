/** Milliseconds after which what opens or closes has moved to its place in a drawing, whose style says how long that takes. */
export const MOVED = 300;
