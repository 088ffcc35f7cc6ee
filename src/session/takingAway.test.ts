/** What is taken away of a lesson: programs as they are, what came of them, and how to run them elsewhere. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import { noRuns, type Run } from '../store/runs.ts';
import { newWorkspace } from '../store/workspace.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import {
  chromeTraceOfRuns,
  fileNameOf,
  markdownOf,
  programArchive,
  traceFileOf,
  type Taken,
} from './takingAway.ts';

const edited = 'print("edited")\n';

function taken(id: string): Taken {
  const lesson = lessons.flatMap((one) => [one, ...one.published]).find((one) => one.id === id);
  if (lesson === undefined) throw new Error(`no lesson ${id}`);
  return newWorkspace(lesson, { broken: { [lesson.sides.broken.entry]: edited }, fixed: {} });
}

function ran(of: Taken): Run {
  const trace = traceOf([
    [0, 'track', 'counter'],
    [1, 'gauge', 'counter', 5],
    [2, 'print', 'counter', 'edited\n'],
  ]);
  const program = { files: { ...of.files.broken }, entry: of.entry };
  const end = { ending: { kind: 'finished' }, time: 2, scheduled: null } as const;
  return { phase: 'ended', number: 1, program, pace: 'real', schedule: null, trace, end };
}

const unpacked = (of: Taken) =>
  new Map(Object.entries(unzipSync(programArchive(of))).map(([path, bytes]) => [path, strFromU8(bytes)]));

describe('the archive', () => {
  it('has both programs as they are, and a README', () => {
    const files = unpacked(taken('threads'));
    expect([...files.keys()].toSorted()).toEqual([
      'faultline-threads/README.md',
      'faultline-threads/broken/main.py',
      'faultline-threads/fixed/main.py',
    ]);
    expect(files.get('faultline-threads/broken/main.py')).toBe(edited);
  });

  it('says how to run them on both kinds of CPython, and what differs there', () => {
    const threads = unpacked(taken('threads')).get('faultline-threads/README.md');
    expect(threads).toContain('    python3.14 main.py');
    expect(threads).toContain('    python3.14t main.py');
    expect(threads).toContain('not to have seen it fail proves nothing');
    const pools = unpacked(taken('pools')).get('faultline-pools/README.md');
    expect(pools).toContain('pip install sqlalchemy');
    const memory = unpacked(taken('memory')).get('faultline-memory/README.md');
    expect(memory).toContain('32-bit');
    const imports = { ...taken('imports'), entry: 'import shop.orders' };
    expect(unpacked(imports).get('faultline-imports/README.md')).toContain(
      'python3.14 -c "import shop.orders"',
    );
  });

  it('is called by its lesson', () => {
    expect(fileNameOf(taken('threads.cause').lesson)).toBe('faultline-threads-cause');
  });
});

describe('the Markdown', () => {
  it('has both programs, and says where none has run', () => {
    const text = markdownOf(taken('threads'), 'https://example.org/#/threads');
    expect(text).toContain('```python\nprint("edited")\n```');
    expect(text).toContain('<https://example.org/#/threads>');
    expect(text.match(/It has not been run\./g)).toHaveLength(2);
  });

  it('has what came out, and whether that was before an edit', () => {
    const workspace = taken('threads');
    const runs = { broken: ran(workspace), fixed: noRuns.fixed };
    const text = markdownOf({ ...workspace, runs }, null);
    expect(text).toContain('**Broken finished.**\n');
    expect(text).toContain('- counter at last: 5');
    expect(text).toContain('It printed:\n\n```text\nedited\n```');
    const files = { ...workspace.files, broken: { 'main.py': 'pass\n' } };
    expect(markdownOf({ ...workspace, runs, files }, null)).toContain('before its last edit');
  });
});

describe('the traces', () => {
  it('are of the sides that have run, and there are none before', () => {
    const workspace = taken('threads');
    expect([traceFileOf(workspace), chromeTraceOfRuns(workspace)]).toEqual([null, null]);
    const runs = { broken: noRuns.broken, fixed: ran(workspace) };
    expect(traceFileOf({ ...workspace, runs })).toContain('"fixed": {');
    const { traceEvents } = chromeTraceOfRuns({ ...workspace, runs }) ?? { traceEvents: [] };
    expect(traceEvents[0]).toMatchObject({ name: 'process_name', args: { name: 'Fixed' } });
  });
});
