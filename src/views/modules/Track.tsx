/** The track: one lane a module, from when it is asked for to when it is ready or removed, in the order of events. */
import { modules as words } from '../../messages/en.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import { seekHandlers } from '../shared/seekHandlers.ts';
import { Playhead } from '../shared/SvgAxis.tsx';
import type { ViewInput } from '../view.ts';
import '../shared/strip.css';
import { laneY, layOut, momentAt, playheadX, xOf, type TrackLayout } from './layout.ts';
import type { ImportEdge, ModuleLane, EventSequence } from './rows.ts';

interface Props {
  readonly input: ViewInput;
  readonly sequence: EventSequence;
  /** of the side with more of them */
  readonly events: number;
  readonly width: number;
  /** of the room that there is, with the line below the track */
  readonly height: number;
}

/** Characters of the small type are about this wide. CSS pixels. */
const LETTER = 6.7;
/** Of the line below the track. */
const AXIS_HEIGHT = 18;

export function Track({ input, sequence, events, width, height }: Props) {
  const { moment, onMoment } = input;
  const { times, count } = sequence;
  const { lanes, imports, more } = sequence.drawn;
  const layout = layOut({ width, height: height - AXIS_HEIGHT, lanes: lanes.length, times, events });
  const seek = (to: number) => {
    const at = momentAt(layout, to);
    if (at !== null) onMoment?.(at);
  };
  const x = playheadX(layout, moment);
  return (
    <>
      <svg
        className={onMoment === undefined ? undefined : 'view-seeks'}
        width={width}
        height={layout.height}
        aria-hidden="true"
        {...seekHandlers(onMoment === undefined ? null : seek)}
      >
        {lanes.map((lane, index) => (
          <LaneOf key={index} lane={lane} index={index} layout={layout} moment={moment} />
        ))}
        {imports.map((edge) => (
          <Arrow key={edge.time} edge={edge} layout={layout} moment={moment} />
        ))}
        {lanes.length > 0 && <Playhead x={x} top={2} bottom={layout.height - 2} width={1.2} />}
      </svg>
      <p className="modules-axis">
        {count === 0
          ? words.empty
          : count > times.length
            ? words.axisCut(times.length, count)
            : words.axis(count)}
        {more > 0 && ` ${words.more(more)}`}
      </p>
    </>
  );
}

interface LaneProps {
  readonly lane: ModuleLane;
  readonly index: number;
  readonly layout: TrackLayout;
  readonly moment: Micros;
}

function LaneOf({ lane, index, layout, moment }: LaneProps) {
  const y = laneY(layout, index);
  const end = (time: Micros | null) => (time === null ? layout.right : xOf(layout, time));
  return (
    <g>
      <line className="view-gridline" x1={layout.left} x2={layout.right} y1={y} y2={y} />
      <text className="modules-name" x={layout.left - 8} y={y + 4} textAnchor="end">
        {shortened(lane.name, layout.left - 12)}
      </text>
      {lane.bodies.map((body) => (
        <rect
          key={body.start}
          className={`modules-body${body.failed && isPast(body.end, moment) ? ' modules-failed' : ''}${later(body.start, moment)}`}
          x={xOf(layout, body.start)}
          y={y - layout.box / 2}
          width={Math.max(3, end(body.end) - xOf(layout, body.start))}
          height={layout.box}
          rx={4}
        />
      ))}
      {lane.ready.map(({ start, end: until }) => (
        <rect
          key={start}
          className={`modules-ready${later(start, moment)}`}
          x={xOf(layout, start)}
          y={y - layout.box / 2}
          width={Math.max(3, end(until) - xOf(layout, start))}
          height={layout.box}
          rx={4}
        />
      ))}
      {lane.removed.map((time) => (
        <path
          key={time}
          className={`modules-gone${later(time, moment)}`}
          d={`M${xOf(layout, time) + 3} ${y - 4} l8 8 m-8 0 l8 -8`}
        />
      ))}
    </g>
  );
}

function Arrow({
  edge,
  layout,
  moment,
}: {
  readonly edge: ImportEdge;
  readonly layout: TrackLayout;
  readonly moment: Micros;
}) {
  const { time, from, to, back } = edge;
  if (time > (layout.times.at(-1) ?? 0) || from === to) return null;
  const x = xOf(layout, time);
  const down = to > from ? 1 : -1;
  const [y1, y2] = [
    laneY(layout, from) + (down * layout.box) / 2,
    laneY(layout, to) - (down * layout.box) / 2,
  ];
  const kind = back === null ? '' : back.bad ? ' modules-back' : ' modules-back modules-spared';
  return (
    <g className={`modules-import${kind}${later(time, moment)}`}>
      <title>{edge.why}</title>
      <path d={`M${x} ${y1} V${y2 - down * 3}`} />
      <path
        className="modules-head"
        d={`M${x - 3.5} ${y2 - down * 5} L${x} ${y2} L${x + 3.5} ${y2 - down * 5} Z`}
      />
      {back?.missing != null && (
        <text {...beside(x, layout, words.wants(back.missing))} y={(y1 + y2) / 2 + 4}>
          {words.wants(back.missing)}
        </text>
      )}
    </g>
  );
}

/** To the right of an arrow, or to its left where there is no room. */
function beside(x: number, { right }: TrackLayout, text: string): { x: number; textAnchor: 'start' | 'end' } {
  const fits = x + 8 + text.length * LETTER < right;
  return { x: fits ? x + 7 : x - 7, textAnchor: fits ? 'start' : 'end' };
}

function isPast(time: Micros | null, moment: Micros): boolean {
  return time !== null && time <= moment;
}

/** What lies after the playhead is drawn faintly. */
function later(start: Micros, moment: Micros): string {
  return start > moment ? ' modules-later' : '';
}

/** The end of a dotted name distinguishes modules of a package. */
function shortened(name: string, room: number): string {
  const letters = Math.floor(room / LETTER);
  return name.length <= letters ? name : `…${name.slice(name.length - letters + 1)}`;
}
