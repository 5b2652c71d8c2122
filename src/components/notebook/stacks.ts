import {STACK_CHOICES} from "../parts/stack-choices.ts";

/** For prose: channels of the residual blocks that chapter 9 measures, how many there are, and the rate of their one step. */
export const stackWidth: number = STACK_CHOICES.map[2];
export const stackBlocks: number = STACK_CHOICES.blocks;
export const stackRate: number = STACK_CHOICES.rate;
