/** Says which parts of a lesson about threads cannot run, where Python cannot be suspended. */
import { messages } from '../../../messages/en.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { useRuntimeStatus } from '../../shell/context.ts';

const words = messages.schedule.absent;

export function ThreadsAbsent() {
  const status = useRuntimeStatus();
  if (status.kind !== 'ready' || status.abilities.suspends) return null;
  return (
    <div className="failure" role="note">
      <Icon name="warning" />
      <p>
        <strong>{words.title}</strong> {words.text}
      </p>
    </div>
  );
}
