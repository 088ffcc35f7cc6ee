/** Key presses on the page, from the press to the command. The page is stood in for by what is read of it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCommands } from '../../session/commands.ts';
import { beginRun, endRun, markRunning } from '../../store/changes/runs.ts';
import { chooseSchedule } from '../../store/changes/schedule.ts';
import { useArrangement } from '../../store/arrangement.ts';
import { usePanels } from '../../store/panels.ts';
import { usePlayback } from '../../store/playback.ts';
import { newWorkspace } from '../../store/workspace.ts';
import { openNew, useWorkspaces } from '../../store/workspaces.ts';
import { everyEvent } from '../../testing/scriptedAxis.ts';
import { scriptedRuntime, type Asked } from '../../testing/scriptedRuntime.ts';
import { lesson, opened, question } from '../../testing/scriptedWorkspace.ts';
import { traceOf } from '../../testing/scriptedTrace.ts';
import { listenToKeys } from './keyboard.ts';

/** An element that stands in what these selectors name. */
class StandIn {
  readonly #within: readonly string[];
  readonly #stepping: string;
  readonly type: string;
  readonly scrollHeight: number;
  readonly clientHeight = 10;
  readonly scrollWidth = 10;
  readonly clientWidth = 10;

  constructor(within: readonly string[] = [], { stepping = '', type = 'text', scrollHeight = 10 } = {}) {
    this.#within = within;
    this.#stepping = stepping;
    this.type = type;
    this.scrollHeight = scrollHeight;
  }

  closest(selectors: string): this | null {
    return selectors.split(', ').some((one) => this.#within.includes(one)) ? this : null;
  }

  getAttribute(): string {
    return this.#stepping;
  }
}

class Page extends EventTarget {
  /** what the page holds, by selector */
  readonly holds = new Set(['[data-screen="lesson"]']);

  querySelector(selector: string): StandIn | null {
    return this.holds.has(selector) ? new StandIn() : null;
  }
}

interface Pressed {
  readonly on?: StandIn;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly metaKey?: boolean;
  readonly altKey?: boolean;
  readonly repeat?: boolean;
  readonly isComposing?: boolean;
}

let page: Page;
let asked: Asked[];

beforeEach(() => {
  useArrangement.setState(useArrangement.getInitialState());
  page = new Page();
  vi.stubGlobal('document', page);
  vi.stubGlobal('Element', StandIn);
  useWorkspaces.setState(useWorkspaces.getInitialState());
  usePlayback.setState(usePlayback.getInitialState());
  usePanels.setState(usePanels.getInitialState());
  openNew(newWorkspace(lesson, { broken: {}, fixed: {} }));
  const scripted = scriptedRuntime();
  asked = scripted.asked;
  const platform = {
    now: () => 0,
    nextFrame: () => {},
    copy: () => Promise.resolve(),
    save: () => {},
    tab: 'this',
  };
  listenToKeys(createCommands(scripted.runtime, () => everyEvent, platform));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Presses a key; true when the page keeps the press from the browser. */
function press(key: string, { on = new StandIn(), ...also }: Pressed = {}): boolean {
  const event = new Event('keydown', { cancelable: true });
  const told = {
    key,
    target: on,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isComposing: false,
    ...also,
  };
  for (const [name, value] of Object.entries(told)) Object.defineProperty(event, name, { value });
  page.dispatchEvent(event);
  return event.defaultPrevented;
}

/** A run that has ended, which can be played back. */
function ran(): void {
  const trace = traceOf([
    [1, 'track', 'output'],
    [500, 'print', 'output', 'x'],
  ]);
  const program = { files: { 'main.py': '' }, entry: 'main.py' };
  const number = beginRun('broken', { program, pace: 'fast', schedule: null, trace });
  markRunning('broken', number, 0);
  endRun('broken', number, { ending: { kind: 'finished' }, time: 2_000, scheduled: null });
}

const among = (stepping: string) => new StandIn(['[data-stepping]', 'button'], { stepping });

function stepped(): void {
  chooseSchedule({ strategy: 'manual' });
  press('Enter', { ctrlKey: true });
  asked[0]?.listener.started();
  asked[0]?.listener.asked?.(question(3, 0, 0, 1));
}

describe('running', () => {
  it('begins with Ctrl or ⌘ and Enter, also in an editor', () => {
    expect(press('Enter', { ctrlKey: true })).toBe(true);
    expect(press('Enter', { metaKey: true, on: new StandIn(['textarea']) })).toBe(true);
    expect(asked).toHaveLength(4);
  });

  it('begins once for a key that is held down, and the browser gets none of its presses', () => {
    expect(press('Enter', { ctrlKey: true, repeat: true })).toBe(true);
    expect(asked).toEqual([]);
  });

  it('begins nowhere but on the screen of a lesson', () => {
    page.holds.clear();
    expect(press('Enter', { ctrlKey: true })).toBe(false);
    expect(asked).toEqual([]);
  });

  it('is stopped by Escape, which goes on its way', () => {
    press('Enter', { ctrlKey: true });
    asked[0]?.listener.started();
    expect(press('Escape')).toBe(false);
    expect(asked.map(({ stopped }) => stopped)).toEqual([true, true]);
  });
});

describe('keys that are left to others', () => {
  it('are those in a dialog, and all while something lies open over the page', () => {
    expect(press('F1', { on: new StandIn(['dialog']) })).toBe(false);
    page.holds.add(':popover-open');
    expect(press('F1')).toBe(false);
    expect(usePanels.getState().shortcuts).toBe(false);
  });

  it('are those that somebody has taken before', () => {
    const event = new Event('keydown', { cancelable: true });
    for (const [name, value] of Object.entries({ key: 'F1', target: new StandIn() })) {
      Object.defineProperty(event, name, { value });
    }
    event.preventDefault();
    page.dispatchEvent(event);
    expect(usePanels.getState().shortcuts).toBe(false);
  });

  it('are those with which a person composes a character', () => {
    expect(press('F1', { isComposing: true })).toBe(false);
  });

  it('are those of an element that uses them itself', () => {
    ran();
    const taken = [
      new StandIn(['textarea']),
      new StandIn(['.monaco-editor']),
      new StandIn(['input']),
      new StandIn(['input'], { type: 'radio' }),
      new StandIn(['[role="tablist"]']),
      new StandIn(['[tabindex="0"]'], { scrollHeight: 99 }),
    ];
    expect(taken.map((on) => press('ArrowRight', { on }))).toEqual(taken.map(() => false));
    expect(press(' ', { on: new StandIn(['button']) })).toBe(false);
  });

  it('are all of them where there is nothing to play', () => {
    expect([' ', 'ArrowRight', 'Home', 'End'].map((key) => press(key))).toEqual([false, false, false, false]);
  });
});

describe('the playhead', () => {
  it('goes to the start, to an event and to the end', () => {
    ran();
    expect(press('Home')).toBe(true);
    expect(usePlayback.getState().at).toBe(0);
    press('ArrowRight');
    expect(usePlayback.getState().at).toBe(500);
    press('End');
    expect(usePlayback.getState().at).toBe('live');
    press('ArrowLeft');
    expect(usePlayback.getState().at).toBe(500);
  });

  it('jumps with Shift', () => {
    ran();
    press('ArrowLeft', { shiftKey: true });
    expect(usePlayback.getState().at).toBe(1_900);
    press('ArrowRight', { shiftKey: true });
    expect(usePlayback.getState().at).toBe('live');
  });

  it('plays and pauses with Space, also from its own slider', () => {
    ran();
    const slider = new StandIn(['input'], { type: 'range' });
    expect(press(' ', { on: slider })).toBe(true);
    expect(usePlayback.getState().playing).toBe(true);
    press(' ');
    expect(usePlayback.getState().playing).toBe(false);
  });

  it('moves by the arrows of a region of which nothing is hidden, and of a button', () => {
    ran();
    press('Home', { on: new StandIn(['[tabindex="0"]']) });
    expect(usePlayback.getState().at).toBe(0);
    press('End', { on: new StandIn(['button']) });
    expect(usePlayback.getState().at).toBe('live');
  });
});

describe('the list of shortcuts', () => {
  it('opens with F1, also while typing and beside the lessons', () => {
    page.holds.clear();
    expect(press('F1', { on: new StandIn(['textarea']) })).toBe(true);
    expect(usePanels.getState().shortcuts).toBe(true);
  });
});

describe('the guide', () => {
  it('is folded away with F2, also while typing, and brought back', () => {
    expect(press('F2', { on: new StandIn(['textarea']) })).toBe(true);
    expect(useArrangement.getState().guide).toBe('folded');
    press('F2');
    expect(useArrangement.getState().guide).toBe('open');
  });
});

describe('stepping by hand', () => {
  it('names a thread of the side that has the focus', () => {
    stepped();
    expect(press('1', { on: among('broken') })).toBe(true);
    expect(asked[0]?.chosen).toEqual([{ thread: 1, stride: 'line' }]);
    expect(opened().stepping.broken?.made).toHaveLength(1);
  });

  it('takes the last step back with U', () => {
    stepped();
    press('1', { on: among('broken') });
    press('u', { on: among('broken') });
    expect(asked).toHaveLength(3);
    expect(asked[2]?.request.schedule?.strategy).toMatchObject({ kind: 'manual', decisions: [] });
  });

  it('hears no figure outside the threads', () => {
    stepped();
    expect(press('1')).toBe(false);
    expect(press('1', { on: among('elsewhere') })).toBe(false);
    expect(asked[0]?.chosen).toEqual([]);
  });
});
