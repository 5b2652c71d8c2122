/** A network as code of a framework, for cells. JavaScript keeps the word `export` for itself, so the name has an s. */
export {keras} from "../../lib/export/keras.ts";
export {notebook} from "../../lib/export/notebook.ts";
export {pytorch} from "../../lib/export/pytorch.ts";
export {tfjs} from "../../lib/export/tfjs.ts";
