/** Says under a picture how much of the time is left out before its axis begins. Nothing where that is at 0. */
import { changes } from '../../messages/en.ts';
import type { Micros } from '../../trace/vocabulary.ts';
import './legend.css';

export function LeadNote({ start }: { readonly start: Micros }) {
  return start === 0 ? null : <p className="view-left-out">{changes.lead(start)}</p>;
}
