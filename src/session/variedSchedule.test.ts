/** A variation that brings its own schedule: it is chosen when that is loaded, and Undo brings back what was chosen before. */
import { expect, it } from 'vitest';
import { lessonById } from '../lesson/catalog.ts';
import { createCommands } from './commands.ts';
import { everyEvent } from '../testing/scriptedAxis.ts';
import { scriptedRuntime } from '../testing/scriptedRuntime.ts';
import { opened } from '../testing/scriptedWorkspace.ts';

function chosen(): string[] {
  const { model, strategy } = opened().schedule;
  return [model, strategy];
}

it('is chosen with the variation, and given back by Undo', () => {
  const commands = createCommands(scriptedRuntime().runtime, () => everyEvent, {
    now: () => 0,
    nextFrame: () => {},
    copy: () => Promise.resolve(),
    save: () => {},
    tab: 'this',
  });
  const lesson = lessonById('threads.cause');
  if (lesson === null) throw new Error('nothing is published of threads');
  const load = (id: string) => {
    const variation = lesson.variations.find((one) => one.id === id);
    if (variation === undefined) throw new Error(`there is no variation "${id}"`);
    commands.loadVariation(variation);
  };

  commands.open(lesson);
  commands.chooseSchedule({ strategy: 'pct' });
  load('before310');
  expect(chosen()).toEqual(['before310', 'random']);
  expect(opened().undo?.done).toEqual({ kind: 'loaded', title: 'Unchanged, switched as before 3.10' });
  commands.undo();
  expect(chosen()).toEqual(['cpython314', 'pct']);
  // Each variation is the program with one change, whatever was loaded before.
  load('free-threaded');
  load('called');
  expect(chosen()).toEqual(['cpython314', 'realistic']);
});
