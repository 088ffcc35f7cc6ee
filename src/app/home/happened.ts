/** What a recording shows at a moment, in a sentence: the change that came last on either side. Pure. */
import type { RecordedRuns } from '../../lesson/recorded.ts';
import { SIDES } from '../../lesson/schema.ts';
import { guidance, messages } from '../../messages/en.ts';
import { changesUntil, type Axis } from '../../trace/axis.ts';
import type { Micros } from '../../trace/vocabulary.ts';

/** Null before anything has happened. */
export function happenedBy(
  moment: Micros,
  { sides }: Pick<RecordedRuns, 'sides'>,
  axis: Axis,
): string | null {
  const lasts = SIDES.flatMap((side) => {
    const changes = axis.changesOf(sides[side].trace.picture);
    const number = changesUntil(changes, moment);
    if (number < 1) return [];
    const words = guidance.happened(messages.sides[side], changes.wordsAt(number));
    return [{ began: changes.beganAt(number), words }];
  });
  return lasts.toSorted((a, b) => b.began - a.began)[0]?.words ?? null;
}
