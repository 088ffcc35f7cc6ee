/** The schedule of both sides: the model with what it does and does not model, the strategy, the check. */
import { messages } from '../../../messages/en.ts';
import { MODELS } from '../../../runtime/schedule.ts';
import type { StrategyKind } from '../../../store/schedule.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { ChoiceField, CodeField, NumberField } from '../../../ui/Fields.tsx';
import '../../../ui/fields.css';
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx';
import { useCommands } from '../../shell/context.ts';
import { LoadSchedule } from './LoadSchedule.tsx';
import './schedule.css';

const words = messages.schedule;
const models = MODELS.map((value) => ({ value, label: words.models[value] }));
const KINDS: readonly StrategyKind[] = ['realistic', 'round-robin', 'random', 'pct', 'manual'];

export function ScheduleBar() {
  const { chooseSchedule } = useCommands();
  const { model, strategy, check, loaded } = useWorkspace((workspace) => workspace.schedule);
  const kinds = loaded === null ? KINDS : [...KINDS, 'replay' as const];
  return (
    <section className="schedule-bar" aria-label={words.label}>
      <div className="schedule-choices">
        <SegmentedControl
          label={words.model}
          value={model}
          options={models}
          onChoose={(value) => chooseSchedule({ model: value })}
        />
        <ChoiceField
          label={words.strategy}
          value={strategy}
          options={kinds.map((value) => ({ value, label: words.strategies[value] }))}
          onChoose={(value) => chooseSchedule({ strategy: value })}
        />
        <Seed />
        <CodeField
          label={words.checkLabel}
          value={check}
          placeholder={words.checkHint}
          onChange={(value) => chooseSchedule({ check: value })}
        />
      </div>
      <div className="schedule-note">
        <p>
          <output>
            {words.modelNotes[model]} {words.strategyNotes[strategy]}
          </output>{' '}
          <strong>{words.ours}</strong>
        </p>
        <LoadSchedule />
      </div>
    </section>
  );
}

/** Only where chance decides. */
function Seed() {
  const { chooseSchedule } = useCommands();
  const { strategy, seed } = useWorkspace((workspace) => workspace.schedule);
  if (strategy !== 'random' && strategy !== 'pct') return null;
  return (
    <>
      <NumberField
        label={words.seed}
        value={seed}
        least={0}
        most={Number.MAX_SAFE_INTEGER}
        onChange={(value) => chooseSchedule({ seed: value })}
      />
      <button type="button" className="button" onClick={() => chooseSchedule({ seed: seed + 1 })}>
        {words.nextSeed}
      </button>
    </>
  );
}
