/** Blocks: lines in portions, so that a growing log renders only what is new, and of a long one only its end. Pure. */
import type { Micros, Stream } from '../../trace/vocabulary.ts';
import type { Line, Lines } from './lines.ts';

/** Blocks on the page at first, and with each press of the button for earlier ones. */
const SHOWN = 20;
/** Blocks leave the page so many at a time: not with each that comes. */
const TOGETHER = 5;

/** Neighbouring lines of one stream, as one text. */
interface Passage {
  readonly stream: Stream;
  readonly text: string;
}

/** Which blocks are on the page, and how many lines lie before the first of them. */
export interface Extent {
  readonly first: number;
  readonly end: number;
  readonly earlier: number;
}

/** The last blocks of the first `pieces`; `presses` is how often earlier ones were asked for. */
export function extentOf(lines: Lines, pieces: number, presses: number): Extent {
  const end = lines.blocksOf(pieces);
  const most = SHOWN * (presses + 1);
  const first = Math.max(0, Math.floor((end - most) / TOGETHER) * TOGETHER);
  return { first, end, earlier: lines.countOf(lines.startOf(first)).lines };
}

/** Joins neighbouring lines of one stream. */
function passagesOf(lines: readonly Line[]): readonly Passage[] {
  const passages: { stream: Stream; text: string }[] = [];
  for (const { stream, text, continues } of lines) {
    const last = passages.at(-1);
    if (last?.stream === stream) last.text += continues ? text : `\n${text}`;
    else passages.push({ stream, text });
  }
  return passages;
}

/** A block as it stood when `pieces` had begun. */
export function blockAt(lines: Lines, block: number, pieces: number, moment: Micros): readonly Passage[] {
  const [from, to] = [lines.startOf(block), Math.min(lines.startOf(block + 1), pieces)];
  return passagesOf(lines.slice(from, to, moment));
}
