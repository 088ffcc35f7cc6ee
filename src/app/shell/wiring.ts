/** Every subscription of the app: address, keys, theme, what is kept between visits, the file under the playhead. */
import { clearStored, readStored } from '../../base/storage.ts';
import { lessons } from '../../lesson/catalog.ts';
import { SIDES } from '../../lesson/schema.ts';
import { usePlayback } from '../../store/playback.ts';
import { clearRefusal, showNotice } from '../../store/notices.ts';
import { keepPreferences, preferencesSlot, usePreferences } from '../../store/preferences.ts';
import type { Preferences } from '../../store/preferences.ts';
import { currentRuns } from '../../store/workspaces.ts';
import type { Commands } from '../../session/commands.ts';
import { keepProgress } from '../../session/progressing.ts';
import { noteFollowed } from './followed.ts';
import { listenToKeys } from './keyboard.ts';
import { lessonAddress, routeOf, type Route } from './route.ts';
import { keepScrolled } from './scrolled.ts';

/** Connects everything, for the life of the page. Call it before the first render. */
export function wire(commands: Commands): void {
  // Before the first lesson is opened: what is kept of it may have something to be said.
  commands.keepEdits(window);
  keepScrolled();
  followAddress(commands);
  keepProgress(window);
  listenToKeys(commands);
  applyTheme(usePreferences.getState());
  usePreferences.subscribe(applyTheme);
  followPreferences();
  followPlayhead(commands);
}

function followAddress(commands: Commands): void {
  const go = () => {
    const route = routeOf(location.hash, lessons);
    if (route.kind === 'lesson') follow(route, commands);
    else commands.stop();
    noteFollowed();
  };
  addEventListener('hashchange', go);
  go();
}

/** A step and settings are taken from the address and then left to the person, so they do not stay in it. */
function follow({ lesson, address }: Extract<Route, { kind: 'lesson' }>, commands: Commands): void {
  const { place, settings } = address;
  commands.open(lesson);
  if (place.kind === 'step') commands.goToStep(place.step - 1);
  if (Object.keys(settings).length > 0) commands.setSchedule(settings);
  // Before anything else reads it: this listener is the first.
  history.replaceState(history.state, '', lessonAddress(lesson));
}

function applyTheme({ theme }: Preferences): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function followPreferences(): void {
  const there = readStored(preferencesSlot);
  if (there.kind === 'unreadable') {
    clearStored(preferencesSlot);
    const { name } = preferencesSlot;
    showNotice({ kind: 'unreadable', texts: [{ name, text: there.text }], lesson: null });
  }
  usePreferences.subscribe((now, before) => {
    const kept = keepPreferences(now, before);
    if (kept === 'kept') clearRefusal('preferences not kept');
    else showNotice({ kind: 'preferences not kept', why: kept, lesson: null });
  });
}

/** While a person scrubs or plays, each side shows the file in which the playhead is. */
function followPlayhead(commands: Commands): void {
  usePlayback.subscribe(({ at }) => {
    if (at === 'live') return;
    for (const side of SIDES) {
      const run = currentRuns()[side];
      const place = run.phase === 'ended' ? run.trace.placeAt(at) : null;
      if (place !== null) commands.showFile(side, place.file);
    }
  });
}
