/** The whole link of what a workspace holds: this page's address with the fragment behind it. */
import { sharedStateOf, type Around, type SharePart } from '../../session/sharing.ts';
import { encodeState } from '../../share/link.ts';
import type { Workspace } from '../../store/workspace.ts';

export interface WholeLink {
  readonly address: string;
  /** the part from `#` on */
  readonly fragment: string;
}

/** Null where the programs are larger than any link or file of ours may be. */
export function linkOf(
  workspace: Workspace,
  around: Around,
  parts: ReadonlySet<SharePart>,
): WholeLink | null {
  const encoded = encodeState(sharedStateOf(workspace, around, parts));
  if (!encoded.ok) return null;
  const { fragment } = encoded.value;
  return { address: `${location.href.replace(/#.*$/s, '')}${fragment}`, fragment };
}
