/** Stepping by hand: a card for each thread, with what it does next or waits for, and the button that lets it go on. */
import { STRIDES } from '../../runtime/schedule.ts';
import type { Question } from '../../runtime/schedule.ts';
import type { SideName } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useRuns } from '../../store/runs.ts';
import { useStepping } from '../../store/stepping.ts';
import { ChoiceField } from '../../ui/Fields.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from '../context.ts';
import { useIntoView } from '../intoView.ts';
import { useStacked } from '../media.ts';
import { ThreadCard } from './ThreadCard.tsx';
import './stepping.css';

const words = messages.schedule.step;
const strides = STRIDES.map((value) => ({ value, label: words.strides[value] }));

export function SteppingPanel({ side }: { readonly side: SideName }) {
  const commands = useCommands();
  const stride = useStepping((stepping) => stepping.stride);
  const steps = useStepping((stepping) => stepping[side]);
  const ended = useRuns((runs) => runs[side].phase === 'ended');
  // Where the sides stand one above the other, the page must not run away to the lower one.
  const panel = useIntoView(!useStacked() && (steps?.question ?? null) !== null);
  if (steps === null) return null;
  const { question, made } = steps;
  return (
    // The keyboard finds the side by its mark: the keys mean something only while the focus is in here.
    <section
      ref={panel}
      className="stepping"
      aria-label={words.region(side)}
      tabIndex={-1}
      data-stepping={side}
    >
      <div className="stepping-head">
        <h3>{words.title}</h3>
        <ChoiceField
          label={words.stride}
          value={stride}
          options={strides}
          onChoose={(value) => commands.chooseStride(value)}
        />
        {/* Not `disabled`: a button that is pressed and then disabled drops the keyboard's focus. */}
        <button
          type="button"
          className="button"
          aria-disabled={made.length === 0}
          onClick={() => commands.undoStep(side)}
        >
          <Icon name="undo" />
          {words.undo}
        </button>
        <button
          type="button"
          className="button quiet"
          title={words.runOnTitle}
          aria-disabled={ended}
          onClick={() => {
            if (!ended) commands.runOn(side);
          }}
        >
          {words.runOn}
        </button>
      </div>
      {question !== null && <Cards question={question} side={side} />}
      <output className={question === null ? undefined : 'unseen'}>
        {question === null ? (ended ? words.over : words.waiting) : announce(question)}
      </output>
      {question !== null && <p className="stepping-keys">{words.keys}</p>}
    </section>
  );
}

function Cards({ question, side }: { readonly question: Question; readonly side: SideName }) {
  const ended = question.threads.filter(({ state }) => state === 'ended').map(({ name }) => name);
  return (
    <>
      <ul className="thread-cards">
        {question.threads
          .filter(({ state }) => state !== 'ended')
          .map((thread) => (
            <ThreadCard
              key={thread.number}
              thread={thread}
              ranLast={thread.number === question.current}
              side={side}
            />
          ))}
      </ul>
      {ended.length > 0 && <p className="stepping-ended">{words.ended(ended)}</p>}
    </>
  );
}

function announce({ step, threads }: Question): string {
  return words.asked(
    step,
    threads.filter(({ state }) => state === 'ready').map(({ name }) => name),
  );
}
