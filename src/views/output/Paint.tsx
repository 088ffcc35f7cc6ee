/** The output on the page: a log that stays at its end until the person scrolls up. */
import { memo, useRef, useState } from 'react';
import { views } from '../../messages/en.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import type { ViewInput } from '../view.ts';
import { blockAt, extentOf } from './blocks.ts';
import { emptyWords } from './describe.ts';
import { linesFor, type Lines } from './lines.ts';
import { useStickToEnd } from './useStickToEnd.ts';
import '../shared/strip.css';
import './output.css';

const words = views.output;

export function Output({ picture, moment, live }: ViewInput) {
  const log = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const lines = linesFor(picture.prints);
  const pieces = lines.piecesAt(moment);
  const asked = usePresses(lines);
  const { first, end, earlier } = extentOf(lines, pieces, asked.presses);
  useStickToEnd(log, content);

  return (
    <div
      ref={log}
      className="output view-scrolls"
      role="log"
      aria-label={words.name}
      data-empty={pieces === 0 ? emptyWords(picture, live) : undefined}
      // it scrolls, and the keyboard must reach it for that
      tabIndex={0}
    >
      {earlier > 0 && (
        <p className="output-earlier">
          {words.earlier(earlier)}{' '}
          <button type="button" className="button" onClick={asked.press}>
            {words.showEarlier}
          </button>
        </p>
      )}
      <div ref={content}>
        {Array.from({ length: end - first }, (_, index) => first + index).map((block) => (
          <Portion
            key={block}
            lines={lines}
            block={block}
            pieces={Math.min(pieces, lines.startOf(block + 1))}
            moment={block === end - 1 ? moment : Infinity}
          />
        ))}
      </div>
    </div>
  );
}

/** How often a person has asked for earlier lines of this log; of another one never. */
function usePresses(lines: Lines): { readonly presses: number; readonly press: () => void } {
  const [asked, setAsked] = useState<{ of: Lines; presses: number }>({ of: lines, presses: 0 });
  const presses = asked.of === lines ? asked.presses : 0;
  return { presses, press: () => setAsked({ of: lines, presses: presses + 1 }) };
}

interface PortionProps {
  readonly lines: Lines;
  readonly block: number;
  /** how many pieces of the whole log show, at most to the end of this block */
  readonly pieces: number;
  readonly moment: Micros;
}

/** Renders again only when its lines do; those of a full block before the last never change. */
const Portion = memo(function Portion({ lines, block, pieces, moment }: PortionProps) {
  const passages = blockAt(lines, block, pieces, moment);
  const count = pieces - lines.startOf(block);
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
