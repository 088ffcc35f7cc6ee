/** The pool view on the page: places and queue, who held what when, the insight, and the same in words. */
import { pool as words } from '../../messages/en.ts';
import { readMeasure } from '../../trace/measure.ts';
import { Figure } from '../shared/Figure.tsx';
import { InsightBox } from '../shared/InsightBox.tsx';
import { LeftOutNote } from '../shared/LeftOutNote.tsx';
import { useThrottled } from '../shared/useThrottled.ts';
import type { ViewInput } from '../view.ts';
import { wherever } from '../shared/wherever.ts';
import { describePool } from './describe.ts';
import { figuresAt } from './figures.ts';
import { Lanes } from './Lanes.tsx';
import { PoolLegend } from './Legend.tsx';
import { poolsAt, type PoolAt } from './slots.ts';
import { Slots } from './Slots.tsx';
import { insightOf } from './insight.ts';
import './slots.css';
import './pool.css';
import './low.css';

export function PoolPicture(input: ViewInput) {
  const { picture, moment, side } = input;
  const throttled = useThrottled(input);
  const pools = poolsAt(picture, moment);
  const figures = figuresAt(picture, moment);
  const where = wherever(figures.places);
  const insight = insightOf(figures, pools, moment, where);
  const foot = (
    <>
      <PoolLegend picture={picture} />
      <LeftOutNote input={throttled} />
    </>
  );
  return (
    <Figure view="pool" throttled={throttled} side={side} describe={describePool} foot={foot}>
      <About input={input} pools={pools} />
      <Slots
        pools={pools}
        waiting={figures.waiting}
        longestWait={figures.longestWait}
        moment={moment}
        where={where}
      />
      <Lanes {...input} />
      <InsightBox
        tone={insight?.bad === true ? 'bad' : 'plain'}
        head={insight?.head ?? null}
        rest={insight?.rest ?? words.empty}
      />
    </Figure>
  );
}

/** What the pools are, and the four numbers that SQLAlchemy itself reports of them. */
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
