/** The search of a side: what is tried, how far it has come, what it came to, and the outcomes to replay. */
import type { SideName } from '../../../lesson/schema.ts';
import { MOST_PREEMPTIONS } from '../../../lesson/schedule.ts';
import { messages } from '../../../messages/en.ts';
import { sameFiles } from '../../../store/files.ts';
import type { Search } from '../../../store/searches.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { NumberField } from '../../../ui/Fields.tsx';
import { useOfSide } from '../../../ui/ofSide.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { useCommands } from '../../shell/context.ts';
import { useIntoView } from '../../shell/intoView.ts';
import { useSideName } from '../../../session/sideName.ts';
import { rateOf, resultOf } from './findings.ts';
import { OutcomeTable } from './OutcomeTable.tsx';
import './search.css';

const words = messages.schedule.search;
const methods = (['exhaustive', 'random'] as const).map((value) => ({ value, label: words.methods[value] }));
/** More than this takes minutes, and says no more. */
const MOST_DRAWS = 100_000;

export function SearchPanel({ side }: { readonly side: SideName }) {
  const { clearSearch } = useCommands();
  const ofSide = useOfSide();
  const search = useWorkspace(({ searches }) => searches[side]);
  const name = useSideName(side);
  const panel = useIntoView(search.phase !== 'none');
  if (search.phase === 'none') return null;
  return (
    <section ref={panel} className="search" aria-label={words.region(name)}>
      <div className="search-head">
        <h3 className="unseen">{words.title}</h3>
        <Method side={side} searching={search.phase === 'searching'} />
        <button
          type="button"
          className="button quiet square"
          aria-label={ofSide(words.close)}
          title={words.close}
          onClick={() => clearSearch(side)}
        >
          <Icon name="close" />
        </button>
      </div>
      <Progress search={search} />
      <Result search={search} side={side} />
      {search.report !== null && <OutcomeTable report={search.report} side={side} />}
      <p className="search-note">
        {words.under(messages.schedule.models[search.schedule.model])}{' '}
        {words.counts(search.schedule.check ?? '')} {words.notProduction}
      </p>
    </section>
  );
}

/** Which schedules are tried: the choice is one for both sides. */
function Method({ side, searching }: { readonly side: SideName; readonly searching: boolean }) {
  const { chooseSchedule, find, stopSearch } = useCommands();
  const ofSide = useOfSide();
  const { method, bound, draws } = useWorkspace((workspace) => workspace.schedule);
  return (
    <div className="search-method">
      <SegmentedControl
        label={words.method}
        value={method}
        options={methods}
        onChoose={(value) => chooseSchedule({ method: value })}
      />
      {method === 'exhaustive' ? (
        <NumberField
          key="bound"
          label={words.bound}
          labelAfter
          value={bound}
          least={0}
          most={MOST_PREEMPTIONS}
          onChange={(value) => chooseSchedule({ bound: value })}
        />
      ) : (
        <NumberField
          key="draws"
          label={words.draws}
          labelAfter
          value={draws}
          least={1}
          most={MOST_DRAWS}
          onChange={(value) => chooseSchedule({ draws: value })}
        />
      )}
      <button
        type="button"
        className="button"
        aria-label={ofSide(searching ? words.stop : words.again)}
        onClick={() => (searching ? stopSearch : find)(side)}
      >
        {searching ? words.stopShort : words.again}
      </button>
    </div>
  );
}

type Begun = Exclude<Search, { phase: 'none' }>;

/** Figures that change several times a second are not read out; the result is. */
function Progress({ search: { phase, report } }: { readonly search: Begun }) {
  if (phase === 'ended') return null;
  if (report === null) return <p className="search-progress">{words.starting}</p>;
  return <p className="search-progress">{words.progress(report.tried, report.failed, rateOf(report))}</p>;
}

function Result({ search, side }: { readonly search: Begun; readonly side: SideName }) {
  const files = useWorkspace((workspace) => workspace.files[side]);
  const result = resultOf(search);
  const output = useIntoView<HTMLOutputElement>(result !== null);
  const changed = !sameFiles(search.program.files, files);
  return (
    <output ref={output} className="search-result">
      {result !== null && (
        <>
          <strong>{result.title}</strong>
          {result.notes.map((note) => (
            <span key={note}>{note}</span>
          ))}
          {changed && <span>{words.changed}</span>}
        </>
      )}
    </output>
  );
}
