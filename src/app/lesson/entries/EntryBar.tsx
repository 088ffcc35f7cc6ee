/** The bar of a lesson whose program may begin in several ways or has variations: choose, load, try them all. */
import type { Lesson } from '../../../lesson/schema.ts';
import { entries as words } from '../../../messages/en.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { ChoiceField } from '../../../ui/Fields.tsx';
import '../../../ui/fields.css';
import { useCommands } from '../../shell/context.ts';
import { useSideName } from '../../../session/sideName.ts';
import './entries.css';

interface Props {
  readonly lesson: Lesson;
  /** something was loaded, or is being tried: what comes of it is to be seen */
  readonly onDone: () => void;
}

export function EntryBar({ lesson, onDone }: Props) {
  const { chooseEntry, tryEntries, stopTrying } = useCommands();
  const entry = useWorkspace((workspace) => workspace.entry);
  const trying = useWorkspace(({ trials }) => trials.trying);
  const ways = lesson.entries.includes(entry) ? lesson.entries : [entry, ...lesson.entries];
  return (
    <section className="entry-bar" aria-label={words.bar}>
      {lesson.entries.length > 0 && (
        <div className="entry-group">
          <ChoiceField
            label={words.entry}
            value={entry}
            options={ways.map((value) => ({ value, label: value }))}
            onChoose={chooseEntry}
          />
          <button
            type="button"
            className="button"
            onClick={() => {
              if (trying) stopTrying();
              else tryEntries();
              onDone();
            }}
          >
            {trying ? words.tryingAll : words.tryAll}
          </button>
        </div>
      )}
      {lesson.variations.length > 0 && <Variations lesson={lesson} onDone={onDone} />}
    </section>
  );
}

function Variations({ lesson: { variations }, onDone }: Props) {
  const { loadVariation, offerVariation } = useCommands();
  const offered = useWorkspace((workspace) => workspace.offered);
  const variation = variations.find(({ id }) => id === offered) ?? variations[0];
  const name = useSideName(variation?.side ?? 'broken');
  if (variation === undefined) return null;
  return (
    <div className="entry-group">
      <ChoiceField
        label={words.variation}
        value={variation.id}
        options={variations.map(({ id, title }) => ({ value: id, label: title }))}
        onChoose={offerVariation}
      />
      <button
        type="button"
        className="button"
        onClick={() => {
          loadVariation(variation);
          onDone();
        }}
      >
        {words.load(name)}
      </button>
    </div>
  );
}
