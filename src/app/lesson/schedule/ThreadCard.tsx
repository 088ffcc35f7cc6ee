/** One thread while stepping by hand: its name, its next instruction or what it waits for, and its button. */
import { labelWords, messages, quoteNames } from '../../../messages/en.ts';
import { shortened } from '../../../base/shortened.ts';
import type { SideName } from '../../../lesson/schema.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import type { Question } from '../../../runtime/schedule.ts';
import { useOfSide } from '../../../ui/ofSide.ts';
import { useCommands } from '../../shell/context.ts';

const words = messages.schedule.step;

/** Of a name, and of an instruction or a wait. Characters. */
export const LONGEST_NAME = 80;
const LONGEST = 200;

interface Props {
  readonly thread: Question['threads'][number];
  readonly ranLast: boolean;
  readonly side: SideName;
}

export function ThreadCard({ thread, ranLast, side }: Props) {
  const { step } = useCommands();
  const ofSide = useOfSide();
  const { number, state } = thread;
  const name = shortened(thread.name, LONGEST_NAME);
  const [instruction, waits] = [
    shortened(thread.instruction, LONGEST),
    shortened(labelWords(thread.waits), LONGEST),
  ];
  const where = usePlaceWords(thread, side);
  const ready = state === 'ready';
  return (
    <li className="thread-card" data-state={state} data-last={ranLast}>
      <strong className="thread-name">{name}</strong>
      <p className="thread-place">
        {[where, ranLast ? words.last : ''].filter((part) => part !== '').join(' · ')}
      </p>
      {ready ? (
        <code>{instruction === '' ? words.unknown : instruction}</code>
      ) : (
        <p className="thread-waits">{words.waits(quoteNames(waits))}</p>
      )}
      <button
        type="button"
        className="button"
        aria-label={ofSide(words.one(name))}
        aria-disabled={!ready}
        onClick={() => step(side, number)}
      >
        {words.oneShort}
        {number <= 9 && <kbd>{number}</kbd>}
      </button>
    </li>
  );
}

/** `line 6`, with its file where that is not the one in view. */
function usePlaceWords({ place }: Props['thread'], side: SideName): string {
  const shown = useWorkspace((workspace) => workspace.active[side]);
  if (place === null) return '';
  return place.file === shown
    ? words.line(place.line)
    : words.fileLine(shortened(place.file, LONGEST_NAME), place.line);
}
