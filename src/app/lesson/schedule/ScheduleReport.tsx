/** What came of a run's schedule, where it needs words: the check did not hold, a replay could not be followed, or
 * the threads ran in the simpler way of browsers that cannot suspend Python. */
import { labelWords, messages } from '../../../messages/en.ts';
import type { SideName } from '../../../lesson/schema.ts';
import { useWorkspace } from '../../../store/workspaces.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { LongText } from '../../../ui/LongText.tsx';

const words = messages.schedule;

export function ScheduleReport({ side }: { readonly side: SideName }) {
  const run = useWorkspace(({ runs }) => runs[side]);
  if (run.phase !== 'ended' || run.end.scheduled === null) return null;
  const { check, strayed, fallback } = run.end.scheduled;
  const expression = run.schedule?.check ?? '';
  return (
    <>
      {check !== null && !check.holds && (
        <div className="ending" data-kind="check">
          <Icon name="cross" />
          <div className="ending-text">
            <h3>
              <LongText text={words.check.came(labelWords(check.words))} />
            </h3>
            <p>
              <LongText text={words.check.wanted(expression)} />
            </p>
          </div>
        </div>
      )}
      {strayed !== null && (
        <div className="ending" data-kind="strayed">
          <Icon name="warning" />
          <div className="ending-text">
            <p>{words.strayed(strayed)}</p>
          </div>
        </div>
      )}
      {fallback !== null && (
        <div className="ending" data-kind="fallback">
          <Icon name="warning" />
          <div className="ending-text">
            <p>
              <LongText text={labelWords(fallback)} />
            </p>
          </div>
        </div>
      )}
    </>
  );
}
