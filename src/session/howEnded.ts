/** How a run or a search ended, as a few words after its name: “got stuck”. Pure. */
import { shortened } from '../base/shortened.ts';
import { messages } from '../messages/en.ts';
import type { Ending } from '../runtime/protocol.ts';
import type { SideDigest } from '../share/state.ts';

/** The name of a class, in a sentence. Characters. */
const NAME = 80;

export function howEnded(ending: Ending): string {
  const { how } = messages.errors;
  if (ending.kind === 'raised') return how.raised(shortened(ending.error.type, NAME));
  if (ending.kind === 'exited') return how.exited(ending.status);
  if (ending.kind === 'crashed') return how.crashed[ending.cause];
  if (ending.kind === 'stuck' && ending.cycle.length > 0) return how.deadlock;
  return how[ending.kind];
}

/** The same of a run that somebody else saw. The kind of its ending comes from a link, and may be of a later version. */
export function howDigestEnded({ ending, error }: Pick<SideDigest, 'ending' | 'error'>): string {
  const { how } = messages.errors;
  switch (ending) {
    case 'finished':
    case 'stuck':
    case 'capped':
      return how[ending];
    case 'raised':
      return how.raised(shortened(error, NAME));
    default:
      return messages.sharing.banner.otherEnding(shortened(ending, NAME));
  }
}
