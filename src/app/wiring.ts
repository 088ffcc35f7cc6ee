/** Every subscription of the app: address, keys, theme, what is kept between visits, the file under the playhead. */
import { writeStored } from '../base/storage.ts';
import { lessonById, lessons } from '../lesson/catalog.ts';
import { SIDES } from '../lesson/schema.ts';
import { usePlayback } from '../store/playback.ts';
import { preferencesSlot, usePreferences } from '../store/preferences.ts';
import type { Preferences } from '../store/preferences.ts';
import { useRuns } from '../store/runs.ts';
import type { Commands } from './commands.ts';
import { keepDraftsOfDesk } from './drafting.ts';
import { listenToKeys } from './keyboard.ts';
import { routeOf } from './route.ts';

/** Connects everything, for the life of the page. Call it before the first render. */
export function wire(commands: Commands): void {
  followAddress(commands);
  listenToKeys(commands);
  applyTheme(usePreferences.getState());
  usePreferences.subscribe(applyTheme);
  keepPreferences();
  keepDraftsOfDesk(window);
  followPlayhead(commands);
}

function followAddress(commands: Commands): void {
  const follow = () => {
    const route = routeOf(
      location.hash,
      lessons.map(({ id }) => id),
    );
    const lesson = route.kind === 'lesson' ? lessonById(route.id) : null;
    if (lesson) commands.open(lesson);
    else commands.stop();
  };
  addEventListener('hashchange', follow);
  follow();
}

function applyTheme({ theme }: Preferences): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

function keepPreferences(): void {
  usePreferences.subscribe((preferences) => void writeStored(preferencesSlot, preferences));
}

/** While a person scrubs or plays, each side shows the file in which the playhead is. */
function followPlayhead(commands: Commands): void {
  usePlayback.subscribe(({ at }) => {
    if (at === 'live') return;
    for (const side of SIDES) {
      const run = useRuns.getState()[side];
      const place = run.phase === 'ended' ? run.trace.placeAt(at) : null;
      if (place !== null) commands.showFile(side, place.file);
    }
  });
}
