/** Everything a person can do. Every change of a store starts here. */
import type { ArrangementName } from '../lesson/arrangements.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { SIDES } from '../lesson/schema.ts';
import type { ExpectedRun, Runtime } from '../runtime/host/runtime.ts';
import {
  chooseEntry,
  editFile,
  forgetReveal,
  offerVariation,
  revealLine,
  showFile,
} from '../store/changes/code.ts';
import { answer, goToStep } from '../store/changes/guide.ts';
import { choosePace } from '../store/changes/pace.ts';
import { chooseSchedule, loadSchedule, scheduleAs } from '../store/changes/schedule.ts';
import { arrange, foldGuide, resize } from '../store/arrangement.ts';
import { loadVariation, resetVersion, undo } from '../store/changes/versions.ts';
import { firstComparison } from '../store/comparison.ts';
import { showComparison, showShare, showShortcuts, showYourData } from '../store/panels.ts';
import { prefer } from '../store/preferences.ts';
import { nameOfTab } from '../store/tab.ts';
import {
  currentRuns,
  currentWorkspace,
  leaveWorkspace,
  openLeft,
  useWorkspaces,
} from '../store/workspaces.ts';
import { createFollowing } from './following.ts';
import { createKeeping } from './keeping.ts';
import { createOpening } from './opening.ts';
import type { Platform } from './platform.ts';
import { type AxisOf, createPlaying } from './playing.ts';
import { createPresenting } from './presenting.ts';
import { createRunning } from './running.ts';
import { readSchedule, writeSchedule } from './scheduleText.ts';
import { createSearching } from './searching.ts';
import { createStepping } from './stepping.ts';
import { createTrying } from './trying.ts';
import { createYourData } from './yourData.ts';

const browser = (): Platform => ({
  now: () => performance.now(),
  nextFrame: (then) => void requestAnimationFrame(then),
  // Without an `await` before it: Safari takes only what is written within the press. Rejects where there is no clipboard.
  copy: async (text) => navigator.clipboard.writeText(text),
  save: saveAsFile,
  tab: nameOfTab(window),
});

/** The commands over a runtime. Runs end and playing stops when another workspace is opened. */
export function createCommands(runtime: Runtime, axisOf: AxisOf, platform: Platform = browser()) {
  const running = createRunning(runtime, platform);
  const searching = createSearching(runtime, running.start);
  const stepping = createStepping(running);
  const playing = createPlaying(platform, axisOf);
  const { abandon: abandonTrials, ...trying } = createTrying(runtime);
  const { openWithDrafts, keptFiles, ...keeping } = createKeeping(platform);
  const leave = () => {
    presenting.leavePresent();
    leaveWorkspace();
    running.abandon();
    searching.abandon();
    abandonTrials();
  };
  /** The workspace of a lesson: as it was left, or a new one with the drafts kept from earlier visits. */
  const open = (lesson: Lesson) => {
    if (useWorkspaces.getState().open === lesson.id) return;
    leave();
    arrange('lesson');
    if (openLeft(lesson.id)) keeping.lookAhead();
    else openWithDrafts(lesson);
  };
  /** Runs these sides from their start; what is under way there is stopped. A side either runs or is searched. */
  const runSides = (sides: readonly SideName[]) => {
    for (const side of sides) {
      searching.stopSearch(side);
      running.start(side);
    }
    runtime.drain();
  };
  const runSide = (side: SideName) => runSides([side]);
  const runBoth = () => runSides(SIDES);
  const presenting = createPresenting({ platform, playing, runBoth });
  const arrangeAs = (name: ArrangementName) => {
    if (name === 'present') return presenting.present();
    presenting.leavePresent();
    arrange(name);
  };
  const opening = createOpening({ leave, openOwn: open, keptFiles, arrangeAs });
  return {
    ...playing,
    ...presenting,
    ...createFollowing(),
    ...stepping,
    ...trying,
    ...keeping,
    ...opening,
    ...createYourData(platform, keeping),
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
      searching.stopSearches();
      running.reset();
      searching.clearSearches();
    },
    /** The lesson's text of a file again, or of all files of a side; results stay, and `undo` brings back what was there. */
    resetFile: (side: SideName, file: string) => resetVersion({ kind: 'file', side, file }),
    resetSide: (side: SideName) => resetVersion({ kind: 'side', side }),
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
    wake: (expected: ExpectedRun) => runtime.wake(expected),
    retry: () => runtime.retry(),
    open,
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
    choosePace,
    /** Chooses the arrangement of the panes. */
    arrange: arrangeAs,
    foldGuide,
    resizePanes: resize,
    showShortcuts,
    /** Opens the comparison of the programs that the person most likely means. */
    compare: () => {
      const workspace = currentWorkspace();
      if (workspace === null) return;
      const mine = workspace.link === null ? null : opening.ownFiles(workspace.lesson);
      showComparison(firstComparison({ ...workspace, mine }));
    },
    showComparison,
    showShare,
    /** Puts text on the clipboard; false when the browser refuses. */
    copyText: (text: string) =>
      platform.copy(text).then(
        () => true,
        () => false,
      ),
    /** Offers a file to be kept on the person's disk. */
    saveFile: (name: string, content: BlobPart, type?: string) => platform.save(name, content, type),
    showYourData,
  };
}

function saveAsFile(name: string, content: BlobPart, type = 'text/plain;charset=utf-8'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
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
