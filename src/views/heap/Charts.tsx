/** The drawn part of the heap: two charts on one axis of time, with the collections below them. */
import { useRef } from 'react';
import type { LevelItems } from '../../trace/lane.ts';
import { NO_ITEMS, NO_LEVELS } from '../../trace/noItems.ts';
import type { Picture } from '../../trace/picture.ts';
import { heapWords } from '../../messages/en.ts';
import { UnevenLaneSpotlight } from '../shared/LaneSpotlight.tsx';
import { isOnAxis } from '../shared/reach.ts';
import { AxisLabels, Playhead } from '../shared/SvgAxis.tsx';
import { momentAt, xOf } from '../shared/timeAxis.ts';
import { usePointer } from '../shared/usePointer.ts';
import { useSize } from '../shared/useSize.ts';
import type { ViewInput } from '../view.ts';
import '../shared/strip.css';
import { lanesOf, layOut, spotsOf, type Chart, type Layout } from './layout.ts';
import { isBand, linePath } from './linePath.ts';
import { COLLECTIONS, LIVE, TRACED } from './names.ts';
import { Tooltip } from './Tooltip.tsx';

const words = heapWords.charts;

export function Charts(input: ViewInput) {
  const { picture, other, moment, start, horizon, live, onMoment } = input;
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  const layout = layOut({ ...size, start, horizon, pictures: [picture, other] });
  const { at, handlers } = usePointer(
    onMoment === undefined ? null : (x) => onMoment(momentAt(layout, x)),
    (x) => isOnAxis(layout, x),
  );

  // A side that is over stands at its end, while the other goes on.
  const theirs = !live && moment >= picture.lastTime ? Math.max(moment, other.lastTime) : moment;

  return (
    <div ref={box} className={onMoment === undefined ? 'view-box' : 'view-box view-seeks'} {...handlers}>
      <svg width={layout.width} height={layout.height} aria-hidden="true">
        <Scale layout={layout} chart={layout.bytes} name={words.bytes} />
        <Scale layout={layout} chart={layout.objects} name={objectsOf(layout)} />
        <AxisLabels axis={layout} x={4} y={layout.height - 6} />
        <Lines layout={layout} picture={other} moment={theirs} ghost />
        <Lines layout={layout} picture={picture} moment={moment} />
        <Collections layout={layout} picture={picture} moment={moment} />
        {!live && moment > start && moment < horizon && (
          <Playhead
            x={xOf(layout, moment)}
            top={layout.bytes.top}
            bottom={layout.collections + 6}
            width={1}
          />
        )}
      </svg>
      <UnevenLaneSpotlight ends={lanesOf(layout)} />
      {at !== null && isOnAxis(layout, at.x) && picture.version > 0 && (
        <Tooltip input={input} layout={layout} at={at} width={size.width} />
      )}
    </div>
  );
}

/** While one class is drawn its name stands here; several are distinguished in the legend. */
function objectsOf({ classes }: Layout): string {
  const [only] = classes;
  return only !== undefined && classes.length === 1 ? words.objects(only) : words.several;
}

interface ScaleProps {
  readonly layout: Layout;
  readonly chart: Chart;
  readonly name: string;
}

function Scale({ layout, chart, name }: ScaleProps) {
  return (
    <>
      {chart.ticks.map(({ at, label }) => (
        <g key={label}>
          <path className="view-gridline" d={`M${layout.left} ${at} H${layout.right}`} />
          <text className="view-label" x={layout.left - 8} y={at + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      <text className="view-label heap-name" x={layout.left} y={chart.top - 6}>
        {name}
      </text>
    </>
  );
}

interface LinesProps {
  readonly layout: Layout;
  readonly picture: Picture;
  readonly moment: number;
  /** the other side's, to compare with */
  readonly ghost?: boolean;
}

function Lines({ layout, picture, moment, ghost = false }: LinesProps) {
  const lanes = picture.lanesBelow(LIVE);
  const bytes = picture.laneLabelled(TRACED)?.levels ?? NO_LEVELS;
  const classOf = (chart: Chart, levels: LevelItems, line: string) =>
    ghost ? 'heap-ghost' : `heap-line ${line}${isBand(layout, chart, levels) ? ' heap-band' : ''}`;
  return (
    <>
      <path className={classOf(layout.bytes, bytes, '')} d={linePath(layout, layout.bytes, bytes, moment)} />
      {layout.classes.map((label, index) => {
        const levels = lanes.find((lane) => lane.label === label)?.levels ?? NO_LEVELS;
        return (
          <path
            key={label}
            className={classOf(layout.objects, levels, `heap-class heap-class-${index}`)}
            d={linePath(layout, layout.objects, levels, moment)}
          />
        );
      })}
    </>
  );
}

/** A triangle for each collection; those that fall on one spot are one. */
function Collections({ layout, picture, moment }: Omit<LinesProps, 'ghost'>) {
  const spots = spotsOf(layout, picture.laneLabelled(COLLECTIONS)?.marks ?? NO_ITEMS, moment);
  const top = layout.collections - 4;
  return spots.map((x) => <path key={x} className="heap-collection" d={`M${x} ${top} l5 9 h-10 Z`} />);
}
