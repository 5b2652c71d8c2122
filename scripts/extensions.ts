/** Lets Node load packages whose modules name each other without ".js", as bundlers do: TensorFlow.js's gradients. */
import {registerHooks} from "node:module";

const LOST = ["ERR_MODULE_NOT_FOUND", "ERR_UNSUPPORTED_DIR_IMPORT"];

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      const {code = ""} = error as {code?: string};
      if (!LOST.includes(code) || specifier.endsWith(".js")) throw error;
      return next(`${specifier}.js`, context);
    }
  }
});
