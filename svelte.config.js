/** Runes everywhere: no component uses Svelte 4's implicit reactivity. */
export default {compilerOptions: {runes: true}};
