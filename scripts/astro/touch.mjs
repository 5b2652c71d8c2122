import {fileURLToPath} from "node:url";

/** Adds the directive `client:touch` to Astro. */
export const touch = {
  name: "client-touch",
  hooks: {
    "astro:config:setup": ({addClientDirective}) =>
      addClientDirective({name: "touch", entrypoint: fileURLToPath(new URL("touch-directive.mjs", import.meta.url))})
  }
};
