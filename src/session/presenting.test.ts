/** A window that presents and one with the notes, over a real channel; both in this process. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { slidesOf } from '../lesson/presentation.ts';
import { lessonVersion } from '../share/version.ts';
import { useFollowed } from '../store/followed.ts';
import { usePlayback } from '../store/playback.ts';
import { currentPresentation, usePresenting } from '../store/presenting.ts';
import { end, lesson, opened, setUp } from '../testing/scriptedWorkspace.ts';
import { createFollowing } from './following.ts';
import { slideNow } from './presenting.ts';

let page: ReturnType<typeof setUp>;
let stop: (() => void)[];

beforeEach(() => {
  usePresenting.setState(usePresenting.getInitialState());
  useFollowed.setState(useFollowed.getInitialState());
  usePlayback.setState(usePlayback.getInitialState());
  page = setUp();
  stop = [() => page.commands.leavePresent()];
});

afterEach(() => stop.forEach((each) => each()));

/** Opens the window of the notes. */
function notes() {
  const following = createFollowing();
  const close = following.follow();
  stop.push(close);
  return { ...following, close };
}

const slide = () => currentPresentation()?.slide;
const toldSlide = () => useFollowed.getState().told?.presentation.slide;

/** Goes on until a slide of this kind is shown. */
function goTo(kind: string): void {
  const found = slidesOf(lesson).findIndex((one) => one.kind === kind);
  while ((slide() ?? Infinity) < found) page.commands.presentAct('next');
}

function shown() {
  const presentation = currentPresentation();
  return presentation === null ? null : slideNow(presentation, lesson);
}

const lit = () => currentPresentation()?.spotlight.on;

describe('presenting', () => {
  it('begins at the step that is open, and takes the guide along', () => {
    page.commands.goToStep(1);
    page.commands.present();
    expect(slidesOf(lesson)[slide() ?? -1]).toMatchObject({ step: 1, kind: 'prose' });
    page.commands.presentAct('next-step');
    expect(opened().step).toBe(2);
    page.commands.presentAct('previous-step');
    expect(opened().step).toBe(1);
  });

  it('follows Back and Forward of the browser, which go to a step', () => {
    page.commands.present();
    page.commands.goToStep(2);
    expect(slidesOf(lesson)[slide() ?? -1]).toMatchObject({ step: 2, kind: 'prose' });
  });

  it('is the arrangement of that name', () => {
    page.commands.arrange('present');
    expect(slide()).toBe(0);
    page.commands.arrange('lesson');
    expect(currentPresentation()).toBeNull();
  });

  it('is what a link opens in that says so, at its step', () => {
    const state = {
      lesson: lesson.id,
      version: lessonVersion(lesson),
      step: 1,
      arrangement: 'present' as const,
    };
    page.commands.openLink(lesson, { fragment: '#/of-threads/~x', state, older: false });
    expect(slidesOf(lesson)[slide() ?? -1]).toMatchObject({ step: 1 });
    expect(page.asked).toHaveLength(0);
  });

  it('runs both by one act, and leaves by another', () => {
    page.commands.present();
    page.commands.presentAct('run');
    expect(page.asked).toHaveLength(2);
    page.commands.leavePresent();
    expect(currentPresentation()).toBeNull();
    page.commands.presentAct('next');
    expect(currentPresentation()).toBeNull();
  });

  it('hides the answer until it is revealed', () => {
    page.commands.present();
    goTo('question');
    expect(shown()).toMatchObject({ kind: 'question', answered: false });
    page.commands.presentAct('reveal');
    expect(shown()).toMatchObject({ kind: 'question', answered: true });
  });

  it('lights lines on code, lanes on pictures, and nothing elsewhere', () => {
    page.commands.present();
    page.commands.presentAct('spotlight-down');
    expect(lit()).toBe('all');
    goTo('code');
    page.commands.presentAct('spotlight-down');
    expect(lit()).toBe('line');
    goTo('picture');
    expect(lit()).toBe('all');
    page.commands.presentAct('spotlight-down');
    expect(lit()).toBe('lane');
  });

  it('freezes what runs, and lets it go on', () => {
    page.commands.present();
    page.commands.presentAct('run');
    page.commands.presentAct('play');
    expect(usePlayback.getState().at).not.toBe('live');
    page.commands.presentAct('play');
    expect(usePlayback.getState().at).toBe('live');
  });

  it('plays in slow motion what has run, and at the usual pace after it', () => {
    page.commands.present();
    page.commands.presentAct('slow');
    expect(usePlayback.getState().speed).toBe(0.25);
    page.commands.leavePresent();
    expect(usePlayback.getState().speed).toBe(1);
  });

  it('goes on after a reload where it was, with its lesson', () => {
    page.commands.present();
    page.commands.presentAct('next-step');
    page.commands.presentAct('larger');
    const kept = currentPresentation();
    page.commands.leavePresent();
    page.commands.goToStep(0);
    if (kept === null) throw new Error('nothing was presented');
    page.commands.resumePresent({ ...kept, lesson: 'another' });
    expect(currentPresentation()).toBeNull();
    page.commands.resumePresent(kept);
    expect(currentPresentation()).toEqual(kept);
    expect(opened().step).toBe(1);
  });

  it('begins anew at a slide that is no longer there', () => {
    page.commands.present();
    const kept = currentPresentation();
    page.commands.leavePresent();
    if (kept === null) throw new Error('nothing was presented');
    page.commands.resumePresent({ ...kept, slide: 999 });
    expect(slide()).toBe(0);
  });

  it('ends when another lesson is opened', () => {
    page.commands.present();
    page.commands.open({ ...lesson, id: 'another' });
    expect(currentPresentation()).toBeNull();
  });
});

describe('the window of the notes', () => {
  it('is told how things stand, also when it comes late', async () => {
    page.commands.present();
    page.commands.presentAct('next');
    notes();
    await vi.waitFor(() => expect(toldSlide()).toBe(1));
    page.commands.presentAct('blank');
    await vi.waitFor(() => expect(useFollowed.getState().told?.presentation.cover).toBe('blank'));
    expect(usePresenting.getState().notes).toBe('open');
  });

  it('makes itself known to a presenter that begins later, as after a reload', async () => {
    notes();
    page.commands.present();
    await vi.waitFor(() => expect(usePresenting.getState().notes).toBe('open'));
  });

  it('has the presenter go on', async () => {
    page.commands.present();
    const { askFor } = notes();
    await vi.waitFor(() => expect(toldSlide()).toBe(0));
    askFor('next');
    await vi.waitFor(() => expect(toldSlide()).toBe(1));
    expect(slide()).toBe(1);
  });

  it('is told of the verdict', async () => {
    page.commands.present();
    notes();
    page.commands.presentAct('run');
    page.asked.forEach((one) => end(one));
    await vi.waitFor(() => expect(useFollowed.getState().told?.seen.runs).toBe('ended'));
  });

  it('knows when the presenter has left, and asks nothing of anybody then', async () => {
    page.commands.present();
    const { askFor } = notes();
    await vi.waitFor(() => expect(useFollowed.getState().presenter).toBe('there'));
    page.commands.leavePresent();
    await vi.waitFor(() => expect(useFollowed.getState().presenter).toBe('left'));
    expect(toldSlide()).toBe(0);
    askFor('next');
    expect(currentPresentation()).toBeNull();
  });

  it('is known to be closed', async () => {
    page.commands.present();
    const { close } = notes();
    await vi.waitFor(() => expect(usePresenting.getState().notes).toBe('open'));
    close();
    await vi.waitFor(() => expect(usePresenting.getState().notes).toBe('closed'));
  });

  it('lets pass what is no message of ours', async () => {
    page.commands.present();
    notes();
    await vi.waitFor(() => expect(toldSlide()).toBe(0));
    const stranger = new BroadcastChannel('faultline/present/v1');
    for (const words of [
      null,
      'next',
      { kind: 'told', told: {} },
      { kind: 'act', presenter: 'other', act: 'next' },
    ]) {
      stranger.postMessage(words);
    }
    page.commands.presentAct('next');
    await vi.waitFor(() => expect(toldSlide()).toBe(1));
    stranger.close();
    expect(slide()).toBe(1);
  });
});
