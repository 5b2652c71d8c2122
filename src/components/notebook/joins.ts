/** For prose: from how many blocks in a row on adding costs less than concatenating, and how concatenating blocks grow. */
export {addingPays, concatGrowth} from "../parts/join-growth.ts";
