/** What happens at the playhead, in words, while it is not at the end: for the eye, and said to a screen reader. */
import type { Lesson } from '../../lesson/schema.ts';
import { changes as words } from '../../messages/en.ts';
import { stepWords } from '../../session/stepWords.ts';
import { usePlayback } from '../../store/playback.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import type { Position } from '../../trace/axis.ts';
import { useAxis } from './axis.ts';

interface Props {
  readonly lesson: Lesson;
  readonly at: Position | 'live';
}

const lineWords = words.lines;

export function StepLine({ lesson, at }: Props) {
  const runs = useWorkspace((workspace) => workspace.runs);
  const playing = usePlayback((playback) => playback.playing);
  const axis = useAxis();
  const steps = at === 'live' ? null : stepWords(lesson, runs, at, axis);
  return (
    // It is there before it says anything, else that is not read out. While it plays, no sentence would be read to its end.
    <output
      className="verdict-words step-line"
      aria-label={words.label}
      aria-live={playing ? 'off' : 'polite'}
    >
      {steps?.length === 0 && <span>{words.start}</span>}
      {steps?.map(({ side, name, sentence, line }) => (
        <span key={side} data-side={side}>
          <b>{name}</b> {sentence} {/* Whoever sees it has the line before them in the code. */}
          {line !== null && <span className="unseen">{lineWords.note(line.number, line.code)} </span>}
        </span>
      ))}
    </output>
  );
}
