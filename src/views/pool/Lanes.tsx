/** The drawn part: a row for each thread, with what it held and what it waited for, on the axis of time. */
import { memo, useRef } from 'react';
import { pool as words } from '../../messages/en.ts';
import { LaneSpotlight } from '../shared/LaneSpotlight.tsx';
import { regionOf } from '../shared/region.ts';
import { seekHandlers } from '../shared/seekHandlers.ts';
import { AxisLabels, CHARACTER, Gridlines, Playhead } from '../shared/SvgAxis.tsx';
import { momentAt, xOf, type TimeAxis } from '../shared/timeAxis.ts';
import { useSize } from '../shared/useSize.ts';
import type { ViewInput } from '../view.ts';
import '../shared/strip.css';
import { ComingBack } from './ComingBack.tsx';
import type { Bar } from './bars.ts';
import { ABOVE, axisOf, pitchIn, rowsOf, type Row } from './layout.ts';
import { splitThread } from '../shared/splitThread.ts';
import { cutMiddle, TIMED_OUT } from './names.ts';

/** Height of the strip with the ticks. CSS pixels. */
const AXIS_HEIGHT = 16;
const LABEL_LEFT = 14;
/** No label is larger than this, nor than its row. CSS pixels. */
const LARGEST_LABEL = 11;
/** Width that a digit of a connection's number takes, and what it keeps free at each side. CSS pixels. */
const DIGIT = 6;
const BESIDE = 1;

export function Lanes(input: ViewInput) {
  const { picture, moment, start, horizon, live, onMoment } = input;
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const { width } = size;

  const axis = axisOf(width, start, horizon);
  const pitch = pitchIn(size.height);
  const until = live ? moment : Math.max(moment, picture.lastTime);
  const { rows, hidden } = rowsOf(picture, axis, until, pitch);
  const height = rows.length * pitch;
  const now = xOf(axis, Math.max(moment, start));
  return (
    <div className="pool-lanes">
      <div
        ref={box}
        className={`view-strip view-scrolls${onMoment === undefined ? '' : ' view-seeks'}`}
        {...regionOf(height > size.height ? words.lanes : null)}
        {...seekHandlers(onMoment === undefined ? null : (x) => onMoment(momentAt(axis, x)))}
      >
        {width > 0 && (
          <svg width={width} height={height} aria-hidden="true">
            <Gridlines ticks={axis.ticks} top={0} bottom={height} />
            {rows.map((row) => (
              <RowOf key={row.thread} row={row} axis={axis} now={now} pitch={pitch} />
            ))}
            {!live && now <= axis.right + 1 && <Playhead x={now} top={0} bottom={height} width={1.5} />}
          </svg>
        )}
        <LaneSpotlight top={ABOVE} pitch={pitch} lanes={rows.length} />
      </div>
      {width > 0 && (
        <svg className="pool-axis" width={width} height={AXIS_HEIGHT} aria-hidden="true">
          <AxisLabels axis={axis} x={LABEL_LEFT} y={12} />
        </svg>
      )}
      {hidden > 0 && <p className="pool-hidden">{words.more(hidden)}</p>}
    </div>
  );
}

interface RowProps {
  readonly row: Row;
  readonly axis: TimeAxis;
  /** where the moment is; what comes later is drawn faintly */
  readonly now: number;
  /** height of the row */
  readonly pitch: number;
}

function RowOf({ row, axis, now, pitch }: RowProps) {
  const size = Math.min(LARGEST_LABEL, pitch);
  return (
    <g>
      <text className="view-label pool-thread" x={LABEL_LEFT} y={row.y + size / 3} style={{ fontSize: size }}>
        {cutMiddle(splitThread(row.thread).name, Math.floor((axis.left - LABEL_LEFT - 6) / CHARACTER))}
      </text>
      {row.portions.map(({ bars, from, to }, index) => (
        <Bars key={index} bars={bars} now={now >= to ? Infinity : now <= from ? -Infinity : now} />
      ))}
    </g>
  );
}

/** A playhead that moves draws only the bars anew between which it moves: of all others none is past, or each. */
const Bars = memo(function Bars({ bars, now }: { readonly bars: readonly Bar[]; readonly now: number }) {
  return bars.map((bar, index) => <BarOf key={index} bar={bar} now={now} />);
});

function BarOf({ bar, now }: { readonly bar: Bar; readonly now: number }) {
  const { interval, x, y, width, height } = bar;
  const end = x + width;
  const number = interval.number === null ? '' : String(interval.number);
  const past = Math.min(end, now) - x;
  const over = end <= now + 0.5;
  const className = `pool-bar pool-${interval.kind}`;
  return (
    <>
      {past < width && (
        <rect className={`${className} pool-later`} x={x} y={y} width={width} height={height} rx={2} />
      )}
      {past > 0 && (
        <rect className={className} x={x} y={y} width={Math.max(1, past)} height={height} rx={2} />
      )}
      {interval.kind === 'hold' && past >= number.length * DIGIT + 2 * BESIDE && height > 7 && (
        <text
          className="view-label pool-number"
          x={x + Math.min(4, (width - number.length * DIGIT) / 2)}
          y={y + height / 2 + 3.5}
        >
          {number}
        </text>
      )}
      {over && interval.outcome === TIMED_OUT && (
        <path className="pool-cross" d={`M${end + 3} ${y + height / 2 - 3.5} l7 7 m0 -7 l-7 7`} />
      )}
      {over && <ComingBack outcome={interval.outcome} x={end + 6} y={y + height / 2} />}
    </>
  );
}
