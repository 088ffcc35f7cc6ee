/** What in Present only the window can do: full screen, another window for the notes, and to leave by degrees. */
import type { Commands } from '../../session/commands.ts';
import { currentPresentation, setNotesWindow } from '../../store/presenting.ts';
import type { PresentKey } from './presentKeys.ts';
import { notesAddress } from '../../lesson/address.ts';

/** Does what a key means. */
export function actOnKey(key: PresentKey, commands: Commands): void {
  if (key === 'leave') leaveByDegrees(commands);
  else if (key === 'notes') openNotes();
  else if (key === 'full-screen') toggleFullScreen();
  else commands.presentAct(key);
}

/** What lies over all is taken off first. */
function leaveByDegrees(commands: Commands): void {
  const cover = currentPresentation()?.cover ?? 'none';
  if (cover !== 'none') return commands.presentAct(cover);
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => {});
  commands.leavePresent();
}

/** Opens the notes beside this window, or brings the window to the front in which they are. */
function openNotes(): void {
  const lesson = currentPresentation()?.lesson;
  if (lesson === undefined) return;
  const opened = window.open(notesAddress(lesson), 'faultline-notes', 'popup,width=900,height=700');
  if (opened === null) setNotesWindow('refused');
  else opened.focus();
}

function toggleFullScreen(): void {
  // Where the browser refuses, everything goes on in the window.
  if (document.fullscreenElement === null) void document.documentElement.requestFullscreen().catch(() => {});
  else void document.exitFullscreen().catch(() => {});
}
