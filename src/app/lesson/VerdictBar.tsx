/** The verdict: what the two runs say about each other, in a sentence and as two bars on one scale. */
import { writeFigure } from '../../trace/measure.ts';
import { SIDES } from '../../lesson/schema.ts';
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { leastScale } from '../../lesson/verdict.ts';
import { messages } from '../../messages/en.ts';
import { usePlayback } from '../../store/playback.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { outcomeOf } from '../../session/outcome.ts';
import type { Bars } from '../../session/outcome.ts';
import { sideName } from '../../session/sideName.ts';
import { StepLine } from './StepLine.tsx';
import { useKeptWords } from './keptWords.ts';
import { useSentWords } from './sentWords.ts';
import './verdict.css';

const words = messages.verdict;

export function VerdictBar({ lesson }: { readonly lesson: Lesson }) {
  const runs = useWorkspace((workspace) => workspace.runs);
  const files = useWorkspace((workspace) => workspace.files);
  const stepping = useWorkspace((workspace) => workspace.stepping);
  const at = usePlayback((playback) => playback.at);
  const { title, note, bars, stale } = outcomeOf(lesson, runs, files, stepping);
  const notes = [note, useSentWords(lesson), useKeptWords(lesson)].join(' ').trim();
  return (
    <div className="verdict" data-stale={stale}>
      {/* The verdict is about the end; before it, what happens at the playhead has its place. */}
      <div className="verdict-said">
        <StepLine lesson={lesson} at={at} />
        <output className="verdict-words" aria-label={words.label} hidden={at !== 'live'}>
          <strong>{title}</strong> {notes !== '' && <span>{notes}</span>}
        </output>
      </div>
      {bars !== null && <BarsOf lesson={lesson} bars={bars} />}
    </div>
  );
}

function BarsOf({ lesson, bars }: { readonly lesson: Lesson; readonly bars: Bars }) {
  const { label, unit, broken, fixed } = bars;
  const figures = { broken, fixed };
  const most = Math.max(broken, fixed, leastScale({ unit }));
  const write = (value: number) => writeFigure({ unit }, value);
  const width = (side: SideName) => (most === 0 ? 0 : (figures[side] / most) * 100);
  return (
    <ul className="bars" aria-label={label}>
      {/* Seconds speak for themselves; a count or a size needs to be told of what. */}
      {unit !== 'seconds' && (
        <li className="bars-label" aria-hidden="true">
          {label}
        </li>
      )}
      {SIDES.map((side) => (
        <li key={side} className={`bar bar-${side}`}>
          <span>{sideName(lesson, side)}</span>
          <span className="bar-track">
            <i style={{ width: `${width(side)}%` }} />
          </span>
          <span className="bar-figure">{write(figures[side])}</span>
        </li>
      ))}
    </ul>
  );
}
