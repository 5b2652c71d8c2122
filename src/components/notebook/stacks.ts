import {JOIN_INPUT} from "../parts/join-growth.ts";
import {STACK_CHOICES} from "../parts/stack-choices.ts";

/** For prose: channels of the residual blocks that chapter 9 measures, how many there are, and the rate of their one step. */
export const stackWidth: number = JOIN_INPUT[2]! / STACK_CHOICES.narrow;
export const stackBlocks: number = STACK_CHOICES.blocks;
export const stackRate: number = STACK_CHOICES.rate;
