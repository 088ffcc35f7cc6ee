/** The page behind `npm run try` and the benchmarks: the runtime as scripts drive it. It knows no lesson but one it is given. */
import { driven } from './driven.ts';
import { measureSide } from './measuring.ts';
import { recordSide } from './recording.ts';

const terminal = { ...driven, measureSide, recordSide };
/** What driving scripts find on `window.faultline`. */
export type Terminal = typeof terminal;
Object.assign(window, { faultline: terminal });
driven.wake();
