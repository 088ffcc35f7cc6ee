/** Everything a person can do. Every change of a store starts here. */
import type { Lesson, SideName, Variation } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import type { Runtime } from '../runtime/host/runtime.ts';
import {
  answer,
  chooseEntry,
  editFile,
  forgetReveal,
  goToStep,
  offerVariation,
  revealLine,
  showFile,
  useDesk,
} from '../store/desk.ts';
import type { Notice } from '../store/notices.ts';
import { showShortcuts } from '../store/panels.ts';
import { prefer } from '../store/preferences.ts';
import { useRuns } from '../store/runs.ts';
import { chooseSchedule, loadSchedule, openSchedule, scheduleAs, useSchedule } from '../store/schedule.ts';
import { createShelf } from '../store/shelf.ts';
import { nameOfTab } from '../store/tab.ts';
import { loadVariation } from '../store/versions.ts';
import { createKeeping } from './keeping.ts';
import type { Surroundings } from './listening.ts';
import { createPlaying } from './playing.ts';
import { createRunning } from './running.ts';
import { readSchedule, writeSchedule } from './scheduleText.ts';
import { createSearching } from './searching.ts';
import { createStepping } from './stepping.ts';
import { createTrying } from './trying.ts';

const browser = (): Surroundings => ({
  now: () => performance.now(),
  nextFrame: (then) => void requestAnimationFrame(then),
  copy: (text) => navigator.clipboard.writeText(text),
  save: saveAsFile,
  tab: nameOfTab(window),
});

/** The commands over a runtime. Runs end and playing stops when another lesson is opened. */
export function createCommands(runtime: Runtime, around: Surroundings = browser()) {
  const running = createRunning(runtime, around);
  const searching = createSearching(runtime, running.start);
  const stepping = createStepping(running);
  const trying = createTrying(runtime);
  const shelf = createShelf();
  const { openWithDrafts, ...keeping } = createKeeping(around);
  let scheduleBeforeReset = useSchedule.getState();
  /** A side either runs or is searched. */
  const runSide = (side: SideName) => {
    searching.stopSearch(side);
    running.start(side);
  };
  return {
    ...createPlaying(around),
    ...stepping,
    ...trying,
    ...keeping,
    /** Runs both sides from their start; what is under way is stopped. */
    runBoth: () => SIDES.forEach(runSide),
    runSide,
    /** Stops what is under way; what has been reported stays. */
    stop: () => {
      running.stop();
      searching.stopSearches();
      trying.stopTrying();
    },
    /** Searches the schedules of a side as chosen, and replays the smallest that fails. */
    find: (side: SideName) => {
      running.stopSide(side);
      searching.find(side);
    },
    stopSearch: searching.stopSearch,
    replay: searching.replay,
    clearSearch: searching.clearSearch,
    /** The lesson's code and schedule, and an empty stage; `undoReset` brings back what was there. */
    reset: () => {
      searching.clearSearches();
      running.reset();
      scheduleBeforeReset = useSchedule.getState();
      openSchedule(useDesk.getState().lesson?.schedule);
    },
    undoReset: () => {
      running.undoReset();
      chooseSchedule(scheduleBeforeReset);
    },
    chooseSchedule,
    /** The lesson's schedule with what an address sets of it. */
    setSchedule: (changes: Parameters<typeof scheduleAs>[1]) => {
      const { lesson } = useDesk.getState();
      if (lesson?.schedule !== undefined) scheduleAs(lesson.schedule, changes);
    },
    /** Loads the drafts of another tab or visit; `undoReset` brings back what was there. */
    loadDrafts: (notice: Notice) => {
      scheduleBeforeReset = useSchedule.getState();
      keeping.loadDrafts(notice);
    },
    /** Puts the schedule of a side's last run on the clipboard; false when there is none or the browser refuses. */
    copySchedule: (side: SideName) => copySchedule(side, around),
    /** Takes a pasted schedule for the next run; gives what is wrong with it, or null. */
    pasteSchedule: (text: string) => {
      const read = readSchedule(text);
      if (!read.ok) return read.error;
      loadSchedule(read.value);
      return null;
    },
    /** Fetches and boots Python at leisure. */
    wake: (packages: readonly string[]) => runtime.wake(packages),
    retry: () => runtime.retry(),
    /** Puts a lesson on the desk: as it was left, or with the drafts kept from earlier visits, on an empty stage. */
    open: (lesson: Lesson) => {
      if (useDesk.getState().lesson?.id === lesson.id) return;
      shelf.put();
      running.clear();
      running.forgetUndo();
      searching.clearSearches();
      trying.clearTrials();
      if (shelf.take(lesson)) return;
      openWithDrafts(lesson);
      openSchedule(lesson.schedule);
    },
    edit: editFile,
    chooseEntry,
    offerVariation,
    /** Puts a variation in the place of its side, with its schedule; `undoReset` brings back what was there. */
    loadVariation: (variation: Variation) => {
      running.forgetUndo();
      scheduleBeforeReset = useSchedule.getState();
      loadVariation(variation);
      const schedule = useDesk.getState().lesson?.schedule;
      if (schedule !== undefined) scheduleAs(schedule, variation.schedule ?? {});
    },
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

function saveAsFile(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export type Commands = ReturnType<typeof createCommands>;

async function copySchedule(side: SideName, around: Surroundings): Promise<boolean> {
  const run = useRuns.getState()[side];
  if (run.phase !== 'ended' || run.schedule === null || run.end.scheduled === null) return false;
  const { decisions } = run.end.scheduled;
  return around.copy(writeSchedule({ model: run.schedule.model, decisions })).then(
    () => true,
    () => false,
  );
}
