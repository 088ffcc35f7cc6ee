/** The pool view on the page: places and queue, who held what when, the insight, the SQL log, and the same in words. */
import { useMemo, type CSSProperties } from 'react';
import { pool as words } from '../../messages/pool.ts';
import { readMeasure } from '../../trace/measure.ts';
import { DescribedTable } from '../shared/DescribedTable.tsx';
import { LeftOutNote } from '../shared/LeftOutNote.tsx';
import { sideColour } from '../shared/theme.ts';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { wherever } from '../shared/wherever.ts';
import { describePool } from './describe.ts';
import { figuresAt } from './figures.ts';
import { Lanes } from './Lanes.tsx';
import { Legend } from './Legend.tsx';
import { Log } from './Log.tsx';
import { poolsAt, type PoolAt } from './slots.ts';
import { Slots } from './Slots.tsx';
import { insightOf } from './insight.ts';
import '../shared/foot.css';
import './pool.css';

export function PoolPicture(input: ViewInput) {
  const { picture, moment, side } = input;
  const throttled = useThrottled(input);
  const description = useMemo(() => describePool(throttled), [throttled]);
  const pools = poolsAt(picture, moment);
  const figures = figuresAt(picture, moment);
  const where = wherever(figures.intervals.map(({ place }) => place));
  const insight = insightOf(figures, pools, moment, where);
  const style: CSSProperties & { '--view-side': string } = { '--view-side': sideColour(side) };
  return (
    <figure className="pool" aria-label={description.summary} style={style}>
      <About input={input} pools={pools} />
      <Slots
        pools={pools}
        waiting={figures.waiting}
        longestWait={figures.longestWait}
        moment={moment}
        where={where}
      />
      <Lanes {...input} />
      <p className="pool-insight" data-bad={insight?.bad ?? false}>
        {insight === null ? words.empty : <strong>{insight.head}</strong>} {insight?.rest}
      </p>
      <div className="view-foot">
        <Legend picture={picture} />
        <Log picture={throttled.picture} moment={throttled.moment} />
        <LeftOutNote input={throttled} />
        <DescribedTable table={description.table} />
      </div>
    </figure>
  );
}

/** What the pools are, and the four numbers that SQLAlchemy itself tells of them. */
function About({ input, pools }: { readonly input: ViewInput; readonly pools: readonly PoolAt[] }) {
  const { picture, moment } = input;
  const level = (track: string) => readMeasure({ of: 'gauge', track, take: 'last' }, picture, moment);
  const sized = pools.some(({ size }) => size !== null && size > 0);
  return (
    <p className="pool-about">
      <span>
        {pools.length === 0
          ? words.name
          : pools
              .map(({ name, kind, size, most, timeout }) => words.aboutShort(name, kind, size, most, timeout))
              .join(' · ')}
      </span>
      {pools.length > 0 && (
        <span>
          {words.figures(level('opened'), level('checked out'), level('idle'))}{' '}
          {sized && (
            <abbr title={words.overflowTitle}>
              {words.overflowLabel} {level('overflow')}
            </abbr>
          )}
        </span>
      )}
    </p>
  );
}
