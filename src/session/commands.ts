/** Everything a person can do. Every change of a store starts here. */
import type { ArrangementName } from '../lesson/arrangements.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import type { Runtime } from '../runtime/host/runtime.ts';
import {
  chooseEntry,
  editFile,
  forgetReveal,
  offerVariation,
  revealLine,
  showFile,
} from '../store/changes/code.ts';
import { answer, goToStep } from '../store/changes/guide.ts';
import { chooseSchedule, loadSchedule, scheduleAs } from '../store/changes/schedule.ts';
import { loadVariation, undo } from '../store/changes/versions.ts';
import { arrange, foldGuide, resize } from '../store/arrangement.ts';
import { showShortcuts } from '../store/panels.ts';
import { prefer } from '../store/preferences.ts';
import { nameOfTab } from '../store/tab.ts';
import { currentRuns, currentWorkspace, leaveWorkspace, openLeft } from '../store/workspaces.ts';
import { createFollowing } from './following.ts';
import { createKeeping } from './keeping.ts';
import type { Platform } from './platform.ts';
import { createPlaying } from './playing.ts';
import { createPresenting } from './presenting.ts';
import { createRunning } from './running.ts';
import { readSchedule, writeSchedule } from './scheduleText.ts';
import { createSearching } from './searching.ts';
import { createStepping } from './stepping.ts';
import { createTrying } from './trying.ts';

const browser = (): Platform => ({
  now: () => performance.now(),
  nextFrame: (then) => void requestAnimationFrame(then),
  copy: (text) => navigator.clipboard.writeText(text),
  save: saveAsFile,
  tab: nameOfTab(window),
});

/** The commands over a runtime. Runs end and playing stops when another workspace is opened. */
export function createCommands(runtime: Runtime, platform: Platform = browser()) {
  const running = createRunning(runtime, platform);
  const searching = createSearching(runtime, running.start);
  const stepping = createStepping(running);
  const playing = createPlaying(platform);
  const { abandon: abandonTrials, ...trying } = createTrying(runtime);
  const { openWithDrafts, ...keeping } = createKeeping(platform);
  /** A side either runs or is searched. */
  const runSide = (side: SideName) => {
    searching.stopSearch(side);
    running.start(side);
  };
  /** Runs both sides from their start; what is under way is stopped. */
  const runBoth = () => SIDES.forEach(runSide);
  const presenting = createPresenting({ platform, playing, runBoth });
  return {
    ...playing,
    ...presenting,
    ...createFollowing(),
    ...stepping,
    ...trying,
    ...keeping,
    runBoth,
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
    /** The lesson's code and schedule, and an empty stage; `undo` brings back what was there. */
    reset: () => {
      searching.clearSearches();
      running.reset();
    },
    undo,
    chooseSchedule,
    /** The lesson's schedule with what an address sets of it. */
    setSchedule: scheduleAs,
    /** Puts the schedule of a side's last run on the clipboard; false when there is none or the browser refuses. */
    copySchedule: (side: SideName) => copySchedule(side, platform),
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
    /** Opens the workspace of a lesson: as it was left, or a new one with the drafts kept from earlier visits. */
    open: (lesson: Lesson) => {
      if (currentWorkspace()?.lesson.id === lesson.id) return;
      presenting.leavePresent();
      leaveWorkspace();
      running.abandon();
      searching.abandon();
      abandonTrials();
      if (!openLeft(lesson.id)) openWithDrafts(lesson);
    },
    edit: editFile,
    chooseEntry,
    offerVariation,
    loadVariation,
    showFile,
    showPlace: revealLine,
    /** The editor of a side has gone to the place it was asked to show. */
    placeShown: forgetReveal,
    goToStep,
    answer,
    prefer,
    /** Chooses the arrangement of the panes. */
    arrange: (name: ArrangementName) => {
      if (name === 'present') return presenting.present();
      presenting.leavePresent();
      arrange(name);
    },
    foldGuide,
    resizePanes: resize,
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

async function copySchedule(side: SideName, platform: Platform): Promise<boolean> {
  const run = currentRuns()[side];
  if (run.phase !== 'ended' || run.schedule === null || run.end.scheduled === null) return false;
  const { decisions } = run.end.scheduled;
  return platform.copy(writeSchedule({ model: run.schedule.model, decisions })).then(
    () => true,
    () => false,
  );
}
