/** Sizes of panes as a person drags them: from CSS pixels to shares of what is divided, and to rows of a grid. Pure. */
import { shows, type Arrangement } from '../../../lesson/arrangements.ts';
import type { Sizes } from '../../../store/arrangement.ts';

type Heights = NonNullable<Sizes['heights']>;

/** No pane gets smaller than this. CSS pixels. */
const LEAST = { code: 62, picture: 60, report: 52, guide: 180, guideMost: 640, column: 200 };

/** What the panes of a side measure now. CSS pixels. */
export interface Measured {
  readonly code: number;
  readonly picture: number;
  readonly report: number;
}

/** The rows of a side below its head; undefined where the page's own hold. */
export function rowsOf(arrangement: Arrangement, heights: Heights | null): string | undefined {
  const { picture, fills } = arrangement;
  const rowsShown = [
    shows(arrangement, 'code'),
    shows(arrangement, 'picture'),
    shows(arrangement, 'output') || shows(arrangement, 'error'),
  ].filter(Boolean).length;
  if (fills === 'page') return undefined;
  if (rowsShown < 3) return Array.from({ length: rowsShown }, () => 'minmax(0, 1fr)').join(' auto ');
  if (heights === null) return undefined;
  const { code, report } = heights;
  const rows =
    picture === 'beside the code'
      ? [row(LEAST.picture, 1 - report), 'auto', row(LEAST.report, report)]
      : [
          row(LEAST.code, code),
          'auto',
          row(LEAST.picture, 1 - code - report),
          'auto',
          row(LEAST.report, report),
        ];
  return rows.join(' ');
}

/** The heights after the divider between code and picture has moved down by `by`. */
export function withCodeMoved(now: Measured, by: number): Heights {
  const most = now.code + now.picture - LEAST.picture;
  const code = Math.min(most, Math.max(LEAST.code, now.code + by));
  return sharesOf({ ...now, code, picture: now.picture + now.code - code });
}

/** The heights after the divider above the report has moved down by `by`. */
export function withReportMoved(now: Measured, by: number): Heights {
  const most = now.report + now.picture - LEAST.picture;
  const report = Math.min(most, Math.max(LEAST.report, now.report - by));
  return sharesOf({ ...now, report, picture: now.picture + now.report - report });
}

function row(least: number, share: number): string {
  return `minmax(${least}px, ${Math.round(share * 10_000)}fr)`;
}

function sharesOf({ code, picture, report }: Measured): Heights {
  const whole = Math.max(1, code + picture + report);
  return { code: code / whole, report: report / whole };
}

/** The share of the code's column after the divider beside it has moved to the right by `by`. */
export function columnMoved(code: number, picture: number, by: number): number {
  const whole = Math.max(2 * LEAST.column, code + picture);
  return Math.min(whole - LEAST.column, Math.max(LEAST.column, code + by)) / whole;
}

/** The width of the guide after its divider has moved to the right by `by`. */
export function guideMoved(width: number, by: number): number {
  return Math.round(Math.min(LEAST.guideMost, Math.max(LEAST.guide, width + by)));
}
