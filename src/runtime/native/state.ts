// The state of one count: the contents of a bytes object, which is the `self` of all functions that work on it.
import { CONTENTS } from './python.ts';

export const STATE_BYTES: i32 = 80;
/** Points until `reached` is called, and how many will have been passed by then. */
export const LEFT: usize = CONTENTS;
export const TARGET: usize = CONTENTS + 8;
/** The table of instructions, and the number of its entries less one. */
export const TABLE: usize = CONTENTS + 16;
export const MASK: usize = CONTENTS + 20;
/** Functions of Python's that are called, and the answer that asks not to be called again. */
export const REACHED: usize = CONTENTS + 24;
export const FAILED: usize = CONTENTS + 28;
export const DISABLE: usize = CONTENTS + 32;
/** Whether each instruction is a point. */
export const EVERY: usize = CONTENTS + 36;
/** The argument of a call, with the word before it that a call may use. */
export const ARGUMENT: usize = CONTENTS + 44;
/** The addresses of types whose values are plain, and how many there are. */
export const PLAIN: usize = CONTENTS + 48;
export const PLAINS: usize = CONTENTS + 52;
/** The table of locations that are known in this turn, and the number of the turn. */
export const LOCATIONS: usize = CONTENTS + 56;
export const TURN: usize = CONTENTS + 60;
/** What has been written last in this turn, or 0. */
export const WROTE: usize = CONTENTS + 64;
