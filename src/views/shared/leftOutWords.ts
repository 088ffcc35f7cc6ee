/** How much of a run was counted instead of drawn, in words. Pure. */
import { views } from '../../messages/en.ts';
import { leftOutAt, sumOf } from '../../trace/leftOut.ts';
import type { ViewInput } from '../view.ts';

/** So many lanes are named. */
const NAMED = 3;

/** One sentence, or none where all is drawn. */
export function leftOutWords({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): readonly string[] {
  const leftOut = leftOutAt(picture, moment);
  if (leftOut.length === 0) return [];
  return [views.leftOut(sumOf(leftOut), leftOut.slice(0, NAMED), leftOut.length - NAMED)];
}
