/** Every subscription of the app: address, keys, theme, what is kept between visits, the file under the playhead. */
import { clearStored, readStored, type Kept } from '../../base/storage.ts';
import { SIDES } from '../../lesson/schema.ts';
import { usePlayback } from '../../store/playback.ts';
import { keepArrangement, useArrangement } from '../../store/arrangement.ts';
import { clearRefusal, showNotice } from '../../store/notices.ts';
import { keepPresentation } from '../../store/keptPresentation.ts';
import { keepPreferences, preferencesSlot, usePreferences } from '../../store/preferences.ts';
import { currentWorkspace } from '../../store/workspaces.ts';
import { reportedMoment } from '../../session/moments.ts';
import { axisOf } from '../../views/register.ts';
import type { Commands } from '../../session/commands.ts';
import { keepProgress } from '../../session/progressing.ts';
import { listenToDrops } from '../share/openFile.ts';
import { applyTheme } from './theme.ts';
import { followAddress } from './following.ts';
import { listenToKeys } from './keyboard.ts';
import { keepScrolled } from './scrolled.ts';

/** Connects everything, for the life of the page. Call it before the first render. */
export function wire(commands: Commands): void {
  // Before the first lesson is opened: what is kept of it may have something to be said.
  commands.keepEdits(window);
  commands.keepVisits(window);
  const presented = keepPresentation(window);
  followAddress(commands);
  if (presented !== null) commands.resumePresent(presented);
  keepProgress(window);
  keepScrolled();
  commands.showLinkedMoments();
  listenToKeys(commands);
  listenToDrops(commands);
  applyTheme(usePreferences.getState());
  usePreferences.subscribe(applyTheme);
  followPreferences();
  followPlayhead(commands);
}

function followPreferences(): void {
  const there = readStored(preferencesSlot);
  if (there.kind === 'unreadable') {
    clearStored(preferencesSlot);
    const { name } = preferencesSlot;
    showNotice({ kind: 'unreadable', texts: [{ name, text: there.text }], lesson: null });
  }
  usePreferences.subscribe((now, before) => tell(keepPreferences(now, before)));
  useArrangement.subscribe((now, before) => tell(keepArrangement(now, before)));
}

function tell(kept: Kept): void {
  if (kept === 'kept') clearRefusal('preferences not kept');
  else showNotice({ kind: 'preferences not kept', why: kept, lesson: null });
}

/** While a person scrubs or plays, each side shows the file in which the playhead is. */
function followPlayhead(commands: Commands): void {
  usePlayback.subscribe(({ at }) => {
    const workspace = currentWorkspace();
    if (at === 'live' || workspace === null) return;
    const axis = axisOf(workspace.lesson);
    for (const side of SIDES) {
      const run = workspace.runs[side];
      const place = run.phase === 'ended' ? run.trace.placeAt(reportedMoment(run, at, axis)) : null;
      if (place !== null) commands.showFile(side, place.file);
    }
  });
}
