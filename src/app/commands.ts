/** Everything a person can do. Every change of a store starts here. */
import type { Lesson } from '../lesson/schema.ts';
import type { Runtime } from '../runtime/host/runtime.ts';
import {
  answer,
  editFile,
  forgetReveal,
  goToStep,
  openLesson,
  revealLine,
  showFile,
  useDesk,
} from '../store/desk.ts';
import { readDrafts } from '../store/drafts.ts';
import { showShortcuts } from '../store/panels.ts';
import { prefer } from '../store/preferences.ts';
import type { Surroundings } from './listening.ts';
import { createPlaying } from './playing.ts';
import { createRunning } from './running.ts';

const browser: Surroundings = {
  now: () => performance.now(),
  nextFrame: (then) => void requestAnimationFrame(then),
};

/** The commands over a runtime. Runs end and playing stops when another lesson is opened. */
export function createCommands(runtime: Runtime, around: Surroundings = browser) {
  const running = createRunning(runtime, around);
  const playing = createPlaying(around);
  return {
    ...running,
    ...playing,
    /** Puts a lesson on the desk, with the drafts kept from earlier, on an empty stage. */
    open: (lesson: Lesson) => {
      if (useDesk.getState().lesson?.id === lesson.id) return;
      running.clear();
      openLesson(lesson, readDrafts(lesson));
    },
    edit: editFile,
    showFile,
    showPlace: revealLine,
    /** The editor of a side has gone to the place it was asked to show. */
    placeShown: forgetReveal,
    goToStep,
    answer,
    prefer,
    showShortcuts,
  };
}

export type Commands = ReturnType<typeof createCommands>;
