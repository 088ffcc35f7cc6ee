/** Commands of the window that presents: begin and leave, and all that can be done meanwhile. */
import { firstSlideOf, revealedSlide, slidesOf, type Slide } from '../lesson/presentation.ts';
import type { Lesson, SideName } from '../lesson/schema.ts';
import { arrange } from '../store/arrangement.ts';
import { goToStep } from '../store/changes/guide.ts';
import { seek, setPlaying, setSpeed, usePlayback } from '../store/playback.ts';
import { currentPresentation, setNotesWindow, setPresentation, usePresenting } from '../store/presenting.ts';
import {
  at,
  covered,
  moved,
  presentationOf,
  resized,
  revealed,
  spotlitLane,
  spotlitLine,
  spotlitSide,
  unlit,
  type Presentation,
} from '../store/presentation.ts';
import { anyLive } from '../store/runs.ts';
import { restartedTimer, toggledTimer } from '../store/timer.ts';
import { currentRuns, currentWorkspace, onWorkspace } from '../store/workspaces.ts';
import { canPlay, horizonOf } from './moments.ts';
import type { Platform } from './platform.ts';
import type { createPlaying } from './playing.ts';
import { isRunAct, type PresentAct, type RunAct } from './presentActs.ts';
import { openPresentChannel, type PresentChannel } from './presentChannel.ts';
import { seenNow } from './presentSeen.ts';

interface Needs {
  readonly platform: Platform;
  readonly playing: ReturnType<typeof createPlaying>;
  readonly runBoth: () => void;
}

/** What a presentation shows now; null when its lesson is not open. */
export function slideNow(presentation: Presentation, lesson: Lesson): Slide | null {
  const slide = slidesOf(lesson)[presentation.slide];
  if (slide === undefined) return null;
  return presentation.revealed.includes(presentation.slide) ? revealedSlide(slide) : slide;
}

/** Back and Forward of the browser go to a step, past the presentation. */
function followStep(): void {
  const [presentation, workspace] = [currentPresentation(), currentWorkspace()];
  if (presentation === null || workspace === null) return;
  const slides = slidesOf(workspace.lesson);
  if (slides[presentation.slide]?.step === workspace.step) return;
  setPresentation(at(presentation, firstSlideOf(slides, workspace.step), slides.length));
}

export function createPresenting({ platform, playing, runBoth }: Needs) {
  let channel: PresentChannel | null = null;
  let stopTelling: readonly (() => void)[] = [];
  let lastTold = '';

  /** Tells the notes how things stand, where they stand otherwise than told last. */
  function tell(): void {
    const presentation = currentPresentation();
    if (presentation === null) return;
    const told = { presenter: platform.tab, presentation, seen: seenNow() };
    const text = JSON.stringify(told);
    if (text === lastTold) return;
    lastTold = text;
    channel?.send({ kind: 'told', told });
  }

  function open(): void {
    channel = openPresentChannel((message) => {
      if (message.kind === 'asks') {
        setNotesWindow('open');
        lastTold = '';
        tell();
      }
      if (message.kind === 'closed') setNotesWindow('closed');
      if (message.kind === 'act' && message.presenter === platform.tab) act(message.act);
    });
    stopTelling = [
      usePresenting.subscribe(tell),
      usePlayback.subscribe(tell),
      onWorkspace(({ runs }) => runs, tell),
      onWorkspace(({ step }) => step, followStep),
    ];
    tell();
    channel?.send({ kind: 'begun' });
  }

  function leavePresent(): void {
    if (currentPresentation() === null) return;
    channel?.send({ kind: 'left', presenter: platform.tab });
    channel?.close();
    channel = null;
    for (const stop of stopTelling) stop();
    stopTelling = [];
    lastTold = '';
    setSpeed(1);
    setPresentation(null);
    arrange('lesson');
  }

  function present(): void {
    const workspace = currentWorkspace();
    if (workspace === null || currentPresentation() !== null) return;
    const { lesson, step } = workspace;
    const slides = slidesOf(lesson);
    if (slides.length === 0) return;
    arrange('present');
    setPresentation(presentationOf(lesson.id, firstSlideOf(slides, step), Date.now()));
    open();
  }

  /** Goes on with a presentation where a reload broke it off, if its lesson is open again. */
  function resumePresent(kept: Presentation): void {
    const workspace = currentWorkspace();
    if (workspace?.lesson.id !== kept.lesson) return;
    present();
    const count = slidesOf(workspace.lesson).length;
    if (currentPresentation() === null || kept.slide >= count) return;
    setPresentation(kept);
    const step = slidesOf(workspace.lesson)[kept.slide]?.step;
    if (step !== undefined && step !== workspace.step) goToStep(step);
  }

  function act(name: PresentAct): void {
    const presentation = currentPresentation();
    const lesson = currentWorkspace()?.lesson;
    if (presentation === null || lesson === undefined) return;
    if (isRunAct(name)) return perform(name);
    const changed = changedBy(name, presentation, lesson);
    setPresentation(changed);
    const step = slidesOf(lesson)[changed.slide]?.step;
    if (step !== undefined && step !== currentWorkspace()?.step) goToStep(step);
  }

  function perform(name: RunAct): void {
    switch (name) {
      case 'run':
        return runBoth();
      case 'play':
        return canPlay(currentRuns()) ? playing.togglePlay() : freeze(platform.now());
      case 'slow':
        return playSlowly();
      case 'next-event':
        return playing.nextEvent();
      case 'previous-event':
        return playing.previousEvent();
      case 'to-start':
        return playing.toStart();
      case 'to-end':
        return playing.toEnd();
    }
  }

  /** Slow motion begins to play by itself: that is what is wanted of it. */
  function playSlowly(): void {
    const slow = usePlayback.getState().speed === 1;
    setSpeed(slow ? 0.25 : 1);
    if (slow && !usePlayback.getState().playing) playing.play();
  }

  return { present, resumePresent, leavePresent, presentAct: act };
}

/** While a run is under way the pictures stand still at this moment, or go on with it again. */
function freeze(clock: number): void {
  const runs = currentRuns();
  if (!anyLive(runs)) return;
  setPlaying(false);
  seek(usePlayback.getState().at === 'live' ? horizonOf(runs, clock) : 'live');
}

/** The presentation after an act. */
function changedBy(
  name: Exclude<PresentAct, RunAct>,
  presentation: Presentation,
  lesson: Lesson,
): Presentation {
  const slides = slidesOf(lesson);
  const slide = slideNow(presentation, lesson);
  const step = slide?.step ?? 0;
  switch (name) {
    case 'next':
      return moved(presentation, 1, slides.length);
    case 'previous':
      return moved(presentation, -1, slides.length);
    case 'next-step':
      return at(presentation, firstSlideOf(slides, step + 1), slides.length);
    case 'previous-step':
      return at(presentation, firstSlideOf(slides, Math.max(0, step - 1)), slides.length);
    case 'reveal':
      return revealed(presentation);
    case 'blank':
    case 'code':
      return covered(presentation, name);
    case 'spotlight-broken':
      return spotlitSide(presentation, 'broken');
    case 'spotlight-fixed':
      return spotlitSide(presentation, 'fixed');
    case 'unlit':
      return unlit(presentation);
    case 'spotlight-down':
      return spotlit(presentation, slide, lesson, 1);
    case 'spotlight-up':
      return spotlit(presentation, slide, lesson, -1);
    case 'larger':
      return resized(presentation, slide?.kind === 'code' ? 'code' : 'prose', 1);
    case 'smaller':
      return resized(presentation, slide?.kind === 'code' ? 'code' : 'prose', -1);
    case 'timer':
      return { ...presentation, timer: toggledTimer(presentation.timer, Date.now()) };
    case 'timer-restart':
      return { ...presentation, timer: restartedTimer(presentation.timer, Date.now()) };
  }
}

function spotlit(presentation: Presentation, slide: Slide | null, lesson: Lesson, by: 1 | -1): Presentation {
  if (slide?.kind === 'picture') return spotlitLane(presentation, by);
  if (slide?.kind !== 'code') return unlit(presentation);
  const side = sideOf(presentation, slide.sides);
  const workspace = currentWorkspace();
  const file = workspace?.active[side] ?? '';
  const tinted = lesson.sides[side].highlight.find((lines) => lines.file === file);
  const count = (workspace?.files[side][file] ?? '').trimEnd().split('\n').length;
  return spotlitLine(presentation, by, { side, first: tinted?.from ?? 1, count });
}

/** The side whose lines are meant: the one in the spotlight, or else the first that shows. */
function sideOf({ spotlight }: Presentation, sides: readonly SideName[]): SideName {
  const lit = spotlight.on === 'side' || spotlight.on === 'line' ? spotlight.side : null;
  return sides.find((side) => side === lit) ?? sides[0] ?? 'broken';
}
