/** Says what is wrong with the link of the address; the lesson below it is as it is. */
import { linkFaultWords } from '../../session/linkFaultWords.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Route } from '../shell/route.ts';

export function FaultAlert({ route }: { readonly route: Route }) {
  if (route.kind !== 'lesson' || route.opened.by !== 'fault') return null;
  return (
    <div className="failure" role="alert">
      <Icon name="warning" />
      <p>{linkFaultWords(route.opened.fault)}</p>
    </div>
  );
}
