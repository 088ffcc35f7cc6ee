/** The whole link of what a workspace holds: this page's address with the fragment behind it. */
import type { ArrangementName } from '../../lesson/arrangements.ts';
import { sharedStateOf, type Around, type SharePart } from '../../session/sharing.ts';
import { encodeState } from '../../share/link.ts';
import type { Workspace } from '../../store/workspace.ts';

export interface WholeLink {
  readonly address: string;
  /** the part from `#` on */
  readonly fragment: string;
}

/**
 * Null where the programs are larger than any link or file of ours may be.
 *
 * @param arrangement in which it opens, where the parts do not say it
 */
export function linkOf(
  workspace: Workspace,
  around: Around,
  parts: ReadonlySet<SharePart>,
  arrangement?: ArrangementName,
): WholeLink | null {
  const state = sharedStateOf(workspace, around, parts);
  const encoded = encodeState(arrangement === undefined ? state : { ...state, arrangement });
  if (!encoded.ok) return null;
  const { fragment } = encoded.value;
  return { address: `${location.href.replace(/#.*$/s, '')}${fragment}`, fragment };
}
