/** The output in words and as a table. */
import type { Picture } from '../../trace/picture.ts';
import { formatDuration } from '../../base/format.ts';
import { views } from '../../messages/en.ts';
import type { Description, ViewInput } from '../view.ts';
import { linesFor } from './lines.ts';

/** Why there is no output: the program may still print, or it has ended without. */
export function emptyWords({ prints, version }: Picture, live: boolean): string {
  return live || version === 0 || prints.length > 0 ? words.empty : words.nothing;
}

/** The last lines are what one looks for; more rows cost the page. */
const MOST_ROWS = 200;

const words = views.output;

export function describeOutput({
  picture,
  moment,
  live,
}: Pick<ViewInput, 'picture' | 'moment' | 'live'>): Description {
  const lines = linesFor(picture.prints);
  const pieces = lines.piecesAt(moment);
  const { lines: count, errors } = lines.countOf(pieces);
  const rows = lines
    .slice(Math.max(0, pieces - MOST_ROWS), pieces, moment)
    .map(({ time, stream, text }) => [formatDuration(time), words.streams[stream], text]);
  return {
    summary: count === 0 ? emptyWords(picture, live) : words.summary(count, errors),
    table: {
      caption: pieces > MOST_ROWS ? words.captionCut(moment, MOST_ROWS) : words.caption(moment),
      columns: words.columns,
      rows,
    },
  };
}
