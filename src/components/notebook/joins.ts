/** For prose: from how many blocks in a row on adding costs less than concatenating. */
export {addingPays} from "../parts/join-growth.ts";
