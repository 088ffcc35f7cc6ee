/** The table of entries: a row for each way to begin, a column for each version, in each cell how that run ended. */
import { canBegin } from '../../../base/entry.ts';
import { shortened } from '../../../base/shortened.ts';
import { entries as words } from '../../../messages/en.ts';
import type { Ending } from '../../../runtime/protocol.ts';
import { sameFiles } from '../../../store/files.ts';
import { cellName, columnOf } from '../../../store/trials.ts';
import type { Cell, Version } from '../../../store/trials.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useCommands } from '../../shell/context.ts';
import { howEnded } from '../../../session/howEnded.ts';
import { useIntoView } from '../../shell/intoView.ts';
import './entries.css';

/** Of a message in a cell. Characters. */
const LONGEST = 80;
/** Of the same in a tooltip. */
const LONGEST_WHOLE = 400;

export function EntryTable() {
  const { clearTrials } = useCommands();
  const table = useWorkspace(({ trials }) => trials.table);
  const lesson = useWorkspace((workspace) => workspace.lesson);
  const files = useWorkspace((workspace) => workspace.files);
  const section = useIntoView<HTMLElement>(table !== null);
  if (table === null) return null;
  const { entries, versions, cells } = table;
  const changed = versions.some(
    ({ id, side, files: own }) => id === side && !sameFiles(own, columnOf(lesson, side, files)),
  );
  /** What was pressed goes with the table: the focus goes to the lesson around it. */
  const close = () => {
    section.current?.closest<HTMLElement>('#content')?.focus({ preventScroll: true });
    clearTrials();
  };
  return (
    <div className="entry-sheet">
      <section ref={section} className="entry-table" aria-label={words.table} data-stale={changed}>
        <button
          type="button"
          className="button quiet square"
          aria-label={words.close}
          title={words.close}
          onClick={close}
        >
          <Icon name="close" />
        </button>
        <div className="entry-scroll">
          <table>
            <caption className="unseen">{words.table}</caption>
            <thead>
              <tr>
                <th scope="col">{words.begin}</th>
                {versions.map(({ id, title }) => (
                  <th key={id} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry}>
                  <th scope="row">
                    <code>{entry}</code>
                  </th>
                  {versions.map((version) => (
                    <Result
                      key={version.id}
                      cell={cells[cellName(entry, version.id)]}
                      entry={entry}
                      version={version}
                    />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p>{changed ? words.changed : words.note}</p>
      </section>
    </div>
  );
}

interface ResultProps {
  readonly cell: Cell | undefined;
  readonly entry: string;
  readonly version: Version;
}

function Result({ cell, entry, version }: ResultProps) {
  const trying = useWorkspace(({ trials }) => trials.trying);
  if (cell === undefined) {
    return <td className="entry-none">{canBegin(entry, version.files) ? words.waiting : words.absent}</td>;
  }
  if (cell.phase === 'waiting')
    return <td className="entry-none">{trying ? words.running : words.waiting}</td>;
  const { ending } = cell;
  const good = ending.kind === 'finished';
  return (
    <td className={good ? 'entry-good' : 'entry-bad'}>
      <Icon name={good ? 'tick' : 'cross'} />
      <span title={longWords(ending)}>{endingWords(ending)}</span>
    </td>
  );
}

function endingWords(ending: Ending): string {
  if (ending.kind === 'finished') return words.finished;
  if (ending.kind !== 'raised') return howEnded(ending);
  const { type, message } = ending.error;
  // The beginning of a message says what, the rest where: `cannot import name 'Order' from ...`.
  const [what = ''] = shortened(message, LONGEST_WHOLE).split(/ from |\n| \(/);
  return words.raised(shortened(type, LONGEST), shortened(what, LONGEST));
}

function longWords(ending: Ending): string | undefined {
  if (ending.kind !== 'raised') return undefined;
  const { type, message } = ending.error;
  return words.raised(shortened(type, LONGEST), shortened(message, LONGEST_WHOLE));
}
