/** The link of what is presented, with the teacher's edits where a QR code of them can be read from the back row. */
import type { Lesson } from '../../lesson/schema.ts';
import { usePreferences } from '../../store/preferences.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { linkOf } from '../share/linkOf.ts';
import { BACK_ROW_SQUARES, qrOf, type QrSquares } from '../share/qr.ts';
import { lessonAddress } from '../shell/route.ts';

interface LessonLink {
  readonly address: string;
  /** null where no QR code has room for it */
  readonly squares: QrSquares | null;
}

export function useLessonLink(lesson: Lesson): LessonLink {
  const workspace = useWorkspace((open) => open);
  const pace = usePreferences((preferences) => preferences.pace);
  const whole = linkOf(workspace, { at: 'live', pace }, new Set(['step']));
  const squares = whole === null ? null : qrOf(whole.address);
  if (whole !== null && squares !== null && squares.size <= BACK_ROW_SQUARES) {
    return { address: whole.address, squares };
  }
  const { href } = new URL(lessonAddress(lesson), location.href);
  return { address: href, squares: qrOf(href) };
}
