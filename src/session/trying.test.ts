import { beforeEach, describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import type { Ending } from '../runtime/protocol.ts';
import { cellName } from '../store/trials.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { createCommands } from './commands.ts';
import { everyEvent } from '../testing/scriptedAxis.ts';
import { scriptedRuntime } from '../testing/scriptedRuntime.ts';
import { opened } from '../testing/scriptedWorkspace.ts';

const found = lessons.find(({ id }) => id === 'imports');
if (found === undefined) throw new Error('there is no lesson "imports"');
const lesson = found;
const [variation] = lesson.variations;
if (variation === undefined) throw new Error('it has no variations');

function setUp() {
  const { runtime, asked } = scriptedRuntime();
  const commands = createCommands(runtime, () => everyEvent, {
    now: () => 0,
    nextFrame: () => {},
    copy: () => Promise.resolve(),
    save: () => {},
    tab: 'this',
  });
  useWorkspaces.setState(useWorkspaces.getInitialState());
  commands.open(lesson);
  /** Ends the run asked for last, and lets what follows from it happen. */
  const end = async (ending: Ending) => {
    asked.at(-1)?.listener.ended({ ending, time: 1, wall: 1, scheduled: null });
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { commands, asked, end };
}

let at: ReturnType<typeof setUp>;
beforeEach(() => {
  at = setUp();
});

describe('trying every entry', () => {
  it('runs each version in each way, one after the other, as the person has the code', async () => {
    at.commands.edit('fixed', 'main.py', 'print("mine")\n');
    at.commands.tryEntries();
    expect(opened().trials.table?.versions.map(({ id }) => id)).toEqual(['broken', 'half-fix', 'fixed']);
    const cells = lesson.entries.length * 3;
    for (let index = 0; index < cells; index += 1) {
      expect(at.asked).toHaveLength(index + 1);
      await at.end({ kind: 'finished' });
    }
    expect(at.asked).toHaveLength(cells);
    expect(new Set(at.asked.map(({ request }) => request.program.entry))).toEqual(new Set(lesson.entries));
    expect(at.asked[2]?.request.program.files['main.py']).toBe('print("mine")\n');
    expect(opened().trials.trying).toBe(false);
    expect(Object.values(opened().trials.table?.cells ?? {})).toHaveLength(cells);
  });

  it('has the lesson’s own program beside a variation that is compared, also where that one is loaded', () => {
    at.commands.loadVariation(variation);
    at.commands.tryEntries();
    const versions = opened().trials.table?.versions.map(({ id, files }) => [id, files]);
    expect(versions).toEqual([
      ['broken', lesson.sides.broken.files],
      ['half-fix', variation.files],
      ['fixed', lesson.sides.fixed.files],
    ]);
  });

  it('stops when asked to, and leaves the rest empty', async () => {
    at.commands.tryEntries();
    await at.end({ kind: 'finished' });
    at.commands.stop();
    expect(at.asked[1]?.stopped).toBe(true);
    await at.end({ kind: 'stopped' });
    expect(at.asked).toHaveLength(2);
    const { table, trying } = opened().trials;
    expect(trying).toBe(false);
    expect(table?.cells[cellName('main.py', 'fixed')]).toBeUndefined();
  });

  it('does not fill a table that was closed', async () => {
    at.commands.tryEntries();
    at.commands.clearTrials();
    await at.end({ kind: 'finished' });
    expect(opened().trials.table).toBeNull();
    expect(at.asked).toHaveLength(1);
  });
});

describe('entry and variations', () => {
  it('begins both sides as chosen', () => {
    at.commands.chooseEntry('import shop.customers');
    at.commands.runBoth();
    expect(at.asked.map(({ request }) => request.program.entry)).toEqual([
      'import shop.customers',
      'import shop.customers',
    ]);
  });

  it('loads a variation into its side, shows what differs, and can be undone', () => {
    at.commands.edit('broken', 'main.py', 'print("mine")\n');
    at.commands.loadVariation(variation);
    expect(opened().files.broken).toEqual(variation.files);
    expect(opened().files.fixed).toEqual(lesson.sides.fixed.files);
    expect(opened().active.broken).toBe('shop/customers.py');
    at.commands.undo();
    expect(opened().files.broken['main.py']).toBe('print("mine")\n');
  });

  it('is the lesson with one change: a variation on the other side gives way, what was written there does not', () => {
    const other = lesson.variations.find(({ side }) => side === 'fixed');
    if (other === undefined) throw new Error('it has none for the fixed side');
    at.commands.loadVariation(other);
    at.commands.loadVariation(variation);
    expect(opened().files).toEqual({ broken: variation.files, fixed: lesson.sides.fixed.files });
    at.commands.undo();
    expect(opened().files).toEqual({ broken: lesson.sides.broken.files, fixed: other.files });
    at.commands.edit('fixed', 'main.py', 'print("mine")\n');
    at.commands.loadVariation(variation);
    expect(opened().files.fixed['main.py']).toBe('print("mine")\n');
  });

  it('takes the entry back too', () => {
    const script = lesson.variations.find(({ id }) => id === 'script-and-module');
    if (script !== undefined) at.commands.loadVariation(script);
    expect(opened().entry).toBe('python -m shop.customers');
    at.commands.reset();
    expect(opened().entry).toBe('main.py');
    at.commands.undo();
    expect(opened().entry).toBe('python -m shop.customers');
  });

  it('shows a file that there is when Reset takes the shown one away', () => {
    const flat = lesson.variations.find(({ id }) => id === 'flat');
    if (flat !== undefined) at.commands.loadVariation(flat);
    at.commands.showFile('broken', 'customers.py');
    expect(opened().active.broken).toBe('customers.py');
    at.commands.reset();
    expect(opened().active.broken).toBe('main.py');
  });
});
