/** The output in words and as a table. */
import { formatDuration } from '../../base/format.ts';
import { views } from '../../messages/en.ts';
import type { Description, ViewInput } from '../view.ts';
import { linesFor } from './lines.ts';

/** The last lines are what one looks for; more rows cost the page. */
const MOST_ROWS = 200;

const words = views.output;

export function describeOutput({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): Description {
  const lines = linesFor(picture.prints);
  const pieces = lines.piecesAt(moment);
  const { lines: count, errors } = lines.countOf(pieces);
  const rows = lines
    .slice(Math.max(0, pieces - MOST_ROWS), pieces, moment)
    .map(({ time, stream, text }) => [formatDuration(time), words.streams[stream], text]);
  return {
    summary: words.summary(count, errors),
    table: {
      caption: pieces > MOST_ROWS ? words.captionCut(moment, MOST_ROWS) : words.caption(moment),
      columns: words.columns,
      rows,
    },
  };
}
