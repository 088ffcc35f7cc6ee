/** The output on the page: a log that stays at its end until the person scrolls up. */
import { memo, useRef } from 'react';
import { views } from '../../messages/views.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import type { ViewInput } from '../view.ts';
import { BLOCK, blockAt } from './blocks.ts';
import { linesFor, type Lines } from './lines.ts';
import { useStickToEnd } from './useStickToEnd.ts';
import './output.css';

const words = views.output;

export function Output({ picture, moment }: ViewInput) {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const lines = linesFor(picture.prints);
  const count = lines.countAt(moment);
  const starts = Array.from({ length: Math.ceil(count / BLOCK) }, (_, index) => index * BLOCK);
  const last = starts.at(-1) ?? 0;
  useStickToEnd(log, content);

  return (
    <div
      ref={log}
      className="output"
      role="log"
      aria-label={words.name}
      data-empty={count === 0 ? words.empty : undefined}
      // it scrolls, and the keyboard must reach it for that
      tabIndex={0}
    >
      <div ref={content}>
        {starts.map((from) => (
          <Portion
            key={from}
            lines={lines}
            from={from}
            shown={Math.min(count, from + BLOCK)}
            moment={from === last ? moment : Infinity}
          />
        ))}
      </div>
    </div>
  );
}

interface PortionProps {
  readonly lines: Lines;
  readonly from: number;
  /** how many lines of the whole log show, at most to the end of this portion */
  readonly shown: number;
  readonly moment: Micros;
}

/** Renders again only when its lines do; those of a full portion before the last never change. */
const Portion = memo(function Portion({ lines, from, shown, moment }: PortionProps) {
  const { passages, count } = blockAt(lines, from, shown, moment);
  return (
    <div className="output-block" style={{ containIntrinsicBlockSize: `auto ${count * 1.6}em` }}>
      {passages.map(({ stream, text }, index) =>
        stream === 'stderr' ? (
          <div key={index} className="output-run output-stderr">
            <span className="output-tag" title={words.stderrName}>
              {words.stderr}
            </span>
            <span>{text}</span>
          </div>
        ) : (
          <div key={index} className="output-run">
            {text}
          </div>
        ),
      )}
    </div>
  );
});
