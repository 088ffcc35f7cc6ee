/** Stepping by hand: a card for each thread, with what it does next or waits for, and the button that lets it go on. */
import { shortened } from '../../../base/shortened.ts';
import { STRIDES } from '../../../runtime/schedule.ts';
import type { Question } from '../../../runtime/schedule.ts';
import type { SideName } from '../../../lesson/schema.ts';
import { messages } from '../../../messages/en.ts';
import type { Run } from '../../../store/runs.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { ChoiceField } from '../../../ui/Fields.tsx';
import { useOfSide } from '../../../ui/ofSide.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useMore } from '../../../ui/MoreItems.tsx';
import { useCommands } from '../../shell/context.ts';
import { useIntoView } from '../../shell/intoView.ts';
import { useStacked } from '../../shell/media.ts';
import { useSideName } from '../../../session/sideName.ts';
import { LONGEST_NAME, ThreadCard } from './ThreadCard.tsx';
import './stepping.css';

const words = messages.schedule.step;
/** Of the threads that can go on, or have ended. */
const MOST_NAMES = 20;
const strides = STRIDES.map((value) => ({ value, label: words.strides[value] }));

export function SteppingPanel({ side }: { readonly side: SideName }) {
  const commands = useCommands();
  const ofSide = useOfSide();
  const name = useSideName(side);
  const stride = useWorkspace(({ stepping }) => stepping.stride);
  const steps = useWorkspace(({ stepping }) => stepping[side]);
  const phase = useWorkspace(({ runs }) => runs[side].phase);
  const ended = phase === 'ended';
  // Where the sides stand one above the other, the page must not run away to the lower one.
  const panel = useIntoView(!useStacked() && (steps?.question ?? null) !== null);
  if (steps === null) return null;
  const { question, made } = steps;
  return (
    // The keyboard finds the side by its mark: the keys mean something only while the focus is in here.
    <section
      ref={panel}
      className="stepping"
      aria-label={words.region(name)}
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
          aria-label={ofSide(words.undo)}
          aria-disabled={made.length === 0}
          onClick={() => commands.undoStep(side)}
        >
          <Icon name="undo" />
          {words.undo}
        </button>
        <button
          type="button"
          className="button quiet"
          aria-label={ofSide(words.runOn)}
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
        {question === null ? standing(phase) : announce(question)}
      </output>
      {question !== null && <p className="stepping-keys">{words.keys}</p>}
    </section>
  );
}

function Cards({ question, side }: { readonly question: Question; readonly side: SideName }) {
  const going = question.threads.filter(({ state }) => state !== 'ended');
  const ended = question.threads.filter(({ state }) => state === 'ended');
  const { shown, button } = useMore(going.length);
  return (
    <>
      <ul className="thread-cards">
        {going.slice(0, shown).map((thread) => (
          <ThreadCard
            key={thread.number}
            thread={thread}
            ranLast={thread.number === question.current}
            side={side}
          />
        ))}
      </ul>
      {button}
      {ended.length > 0 && <p className="stepping-ended">{words.ended(...namesOf(ended))}</p>}
    </>
  );
}

/** What is said while nothing is asked. */
function standing(phase: Run['phase']): string {
  if (phase === 'idle') return words.kept;
  return phase === 'ended' ? words.over : words.waiting;
}

function announce({ step, threads }: Question): string {
  return words.asked(step, ...namesOf(threads.filter(({ state }) => state === 'ready')));
}

/** The names that have room in a sentence, and how many more there are. */
function namesOf(threads: Question['threads']): [names: readonly string[], more: number] {
  const listed = threads.slice(0, MOST_NAMES).map(({ name }) => shortened(name, LONGEST_NAME));
  return [listed, threads.length - listed.length];
}
