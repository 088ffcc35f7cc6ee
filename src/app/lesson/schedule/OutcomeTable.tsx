/** What the schedules of a search came to: a bar for each outcome, and a button that replays one of its schedules. */
import { labelWords, messages, quoteNames } from '../../../messages/en.ts';
import { formatCount } from '../../../base/format.ts';
import { shortened } from '../../../base/shortened.ts';
import type { SideName } from '../../../lesson/schema.ts';
import type { Outcome, SearchReport } from '../../../runtime/schedule.ts';
import { useOfSide } from '../../../ui/ofSide.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { LongText } from '../../../ui/LongText.tsx';
import { useMore } from '../../../ui/MoreItems.tsx';
import { useCommands } from '../../shell/context.ts';

const words = messages.schedule.search;
/** Of an outcome: in its row, and in the name of its button. Characters. */
const LONGEST = { row: 300, name: 100 };
const SIGNS = { passed: 'tick', failed: 'cross', cut: 'warning' } as const;

interface Props {
  readonly report: SearchReport;
  readonly side: SideName;
}

export function OutcomeTable({ report: { outcomes, others }, side }: Props) {
  const most = Math.max(1, ...outcomes.map(({ count }) => count));
  const { shown, button } = useMore(outcomes.length);
  if (outcomes.length === 0) return null;
  return (
    <>
      <table className="outcomes">
        <caption className="unseen">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.outcome}</th>
            <th scope="col">{words.columns.count}</th>
            <th scope="col">{words.columns.preemptions}</th>
            <th scope="col">
              <span className="unseen">{words.columns.replay}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.slice(0, shown).map((outcome) => (
            <Row
              key={`${outcome.kind} ${labelWords(outcome.words)}`}
              outcome={outcome}
              most={most}
              side={side}
            />
          ))}
        </tbody>
      </table>
      {button}
      {others > 0 && <p className="search-note">{words.others(others)}</p>}
    </>
  );
}

interface RowProps {
  readonly outcome: Outcome;
  readonly most: number;
  readonly side: SideName;
}

function Row({ outcome, most, side }: RowProps) {
  const { replay } = useCommands();
  const ofSide = useOfSide();
  const { kind } = outcome;
  const came = labelWords(outcome.words);
  return (
    <tr data-kind={kind}>
      <th scope="row">
        <span className="outcome-words">
          <Icon name={SIGNS[kind]} />
          <span>
            <span className="unseen">{words.kinds[kind]}: </span>
            <LongText text={quoteNames(came)} most={LONGEST.row} />
          </span>
        </span>
        <span className="outcome-bar">
          <i style={{ width: `${(outcome.count / most) * 100}%` }} />
        </span>
      </th>
      <td>{formatCount(outcome.count)}</td>
      <td>{formatCount(outcome.preemptions)}</td>
      <td>
        <button
          type="button"
          className="button quiet"
          aria-label={ofSide(words.replayOf(words.kinds[kind], quoteNames(shortened(came, LONGEST.name))))}
          onClick={() => replay(side, outcome.decisions)}
        >
          {words.replay}
        </button>
      </td>
    </tr>
  );
}
