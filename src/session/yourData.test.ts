/** All that is kept: out as a file, in again in another browser, and cleared; nothing goes unasked, nothing half. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { largeStorageOf } from '../base/largeStorageInMemory.ts';
import { storageOf } from '../base/storageInMemory.ts';
import { beginRun, endRun } from '../store/changes/runs.ts';
import { editFile } from '../store/changes/code.ts';
import { goToStep } from '../store/changes/guide.ts';
import { useNotices } from '../store/notices.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { traceOf } from '../testing/scriptedTrace.ts';
import { opened, plainLesson as lesson } from '../testing/scriptedWorkspace.ts';
import { readDataFile, writeDataFile } from './dataFile.ts';
import { createKeeping } from './keeping.ts';
import { createYourData, type Import } from './yourData.ts';

let storage: ReturnType<typeof storageOf>;
let large: ReturnType<typeof largeStorageOf>;
let saved: { name: string; text: string }[];
let stops: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 29, 12) });
  large = largeStorageOf();
  saved = [];
  browser();
});

afterEach(() => {
  leave();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function leave(): void {
  for (const stop of stops) stop();
  stops = [];
}

/** From now on everything happens in a new browser. */
function browser(entries: Record<string, string> = {}): void {
  storage = storageOf(entries);
  vi.stubGlobal('localStorage', storage);
}

/** A tab that opens the lesson. */
function visit(tab: string) {
  leave();
  vi.stubGlobal('sessionStorage', storageOf());
  useWorkspaces.setState(useWorkspaces.getInitialState());
  useNotices.setState(useNotices.getInitialState());
  const platform = { tab, save: (name: string, text: string) => void saved.push({ name, text }) };
  const keeping = createKeeping(platform);
  const page = new EventTarget();
  stops = [keeping.keepEdits(page), keeping.keepVisits(page, large)];
  const reloads = { count: 0 };
  const data = createYourData(platform, keeping, () => void (reloads.count += 1), large);
  keeping.openWithDrafts(lesson);
  return { ...data, reloads, page };
}

function edit(text: string): void {
  editFile('broken', 'main.py', text);
  vi.advanceTimersByTime(300);
}

const draft = (text: string, at: number) => JSON.stringify({ text, at });
const code = () => opened().files.broken['main.py'];
const importOf = (read: ReturnType<ReturnType<typeof visit>['readImport']>): Import => {
  if (!read.ok) throw new Error(read.error);
  return read.value;
};

/** The file of a browser in which the lesson was edited, and left at its second step. */
async function exported(text = 'print("theirs")'): Promise<string> {
  const { exportData } = visit('there');
  edit(text);
  goToStep(1);
  await exportData();
  return saved.at(-1)?.text ?? '';
}

describe('a file of all data', () => {
  it('has a name with its day, and holds what is kept, also what was still to be', async () => {
    storage.entries.set('faultline/preferences/v1', '{"theme":"dark"}');
    const file = await exported();
    expect(saved[0]?.name).toBe('faultline-data-2026-11-29.json');
    expect(JSON.parse(file)).toMatchObject({
      format: 'faultline-data',
      version: 1,
      values: [
        { name: 'drafts/asyncio/broken/there/main.py', version: 2, value: { text: 'print("theirs")' } },
        { name: 'preferences', version: 1, value: { theme: 'dark' } },
        { name: 'visits/asyncio', version: 1, value: { step: 1 } },
      ],
    });
  });

  it('holds edits that the storage has refused', async () => {
    const { exportData } = visit('a');
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    edit('print("refused")');
    await exportData();
    expect(saved[0]?.text).toContain('print(\\"refused\\")');
  });

  it('is what another browser has after it was taken in', async () => {
    const file = await exported();
    browser();
    const { readImport, importData, reloads } = visit('here');
    const read = importOf(readImport(file));
    expect(read.holds).toMatchObject({ drafts: [{ lesson: 'asyncio', file: 'main.py' }], visits: 1 });
    expect(read.plan.replaced).toEqual({ drafts: [], names: [] });
    expect(await importData(read)).toBe('kept');
    expect(reloads.count).toBe(1);
    visit('here');
    expect([code(), opened().step]).toEqual(['print("theirs")', 1]);
    expect(useNotices.getState().open).toEqual([]);
  });

  it('holds what runs came to, which another browser shows then', async () => {
    const there = visit('there');
    const program = { files: { ...opened().files.broken }, entry: opened().entry };
    const trace = traceOf([
      [0, 'track', 'output'],
      [40, 'print', 'output', 'hello\n', 'stdout', 'main.py:1'],
    ]);
    const number = beginRun('broken', { program, pace: 'fast', schedule: null, trace });
    endRun('broken', number, { ending: { kind: 'finished' }, time: 90, scheduled: null });
    await vi.waitFor(() => expect(large.entries.size).toBe(1));
    await there.exportData();
    const file = saved.at(-1)?.text ?? '';
    browser();
    large = largeStorageOf();
    const { readImport, importData, dataKept } = visit('here');
    const read = importOf(readImport(file));
    expect(read.holds.runs).toBe(1);
    expect(await importData(read)).toBe('kept');
    expect((await dataKept()).runs).toBe(1);
    visit('here');
    await vi.waitFor(() => expect(opened().runs.broken.phase).toBe('ended'));
    expect(opened().runs.broken).toMatchObject({ kept: { by: 'another visit' }, end: { time: 90 } });
  });

  it('brings nothing into the large storage that is no kept run', async () => {
    const file = writeDataFile([{ name: 'runs/asyncio/broken/x/5/run', version: 1, text: '{"kind":"run"}' }]);
    const { readImport, importData } = visit('here');
    await importData(importOf(readImport(file)));
    expect([large.entries.size, storage.entries.has('faultline/runs/asyncio/broken/x/5/run/v1')]).toEqual([
      0,
      false,
    ]);
  });

  it('takes the place of what stands here, which is kept and offered', async () => {
    const file = await exported();
    browser({ 'faultline/preferences/v1': '{"theme":"dark"}' });
    const { readImport, importData } = visit('here');
    edit('print("mine")');
    goToStep(2);
    const read = importOf(readImport(file));
    expect(read.plan.replaced).toMatchObject({ drafts: [{ file: 'main.py' }], names: ['visits/asyncio'] });
    await importData(read);
    visit('here');
    expect(code()).toBe('print("theirs")');
    expect(useNotices.getState().open).toMatchObject([
      { kind: 'other drafts', drafts: [{ text: 'print("mine")' }] },
    ]);
    expect(storage.entries.get('faultline/preferences/v1')).toBe('{"theme":"dark"}');
  });

  it('changes nothing where all of it is here, and brings what is of a later version as it is', async () => {
    const file = await exported();
    const { readImport } = visit('here');
    expect(importOf(readImport(file)).plan.writes).toEqual([]);
    const later = writeDataFile([{ name: 'preferences', version: 9, text: '"sepia"' }]);
    const { importData } = visit('here');
    await importData(importOf(readImport(later)));
    expect(storage.entries.get('faultline/preferences/v9')).toBe('"sepia"');
  });

  it('brings all versions of a file: the newest is shown, an older one offered', async () => {
    const file = writeDataFile([
      { name: 'drafts/asyncio/broken/x/main.py', version: 2, text: draft('older', 5) },
      { name: 'drafts/asyncio/broken/y/main.py', version: 2, text: draft('newer', 6) },
    ]);
    const { readImport, importData } = visit('here');
    await importData(importOf(readImport(file)));
    visit('here');
    expect(code()).toBe('newer');
    expect(useNotices.getState().open).toMatchObject([{ kind: 'other drafts', drafts: [{ text: 'older' }] }]);
  });

  it('is taken in whole or not at all', async () => {
    const file = await exported();
    browser();
    const { readImport, importData, reloads } = visit('here');
    const { setItem } = storage;
    let room = 1;
    storage.setItem = (key, text) => {
      if (room === 0) throw new DOMException('full', 'QuotaExceededError');
      room -= 1;
      setItem(key, text);
    };
    expect(await importData(importOf(readImport(file)))).toBe('full');
    expect([storage.entries.size, reloads.count]).toEqual([0, 0]);
  });

  it.each([
    ['', 'not ours'],
    ['{"theme":"dark"}', 'not ours'],
    ['{"format":"faultline-data","version":2,"values":{}}', 'newer'],
    ['{"format":"faultline-data","version":1,"values":{}}', 'damaged'],
    ['{"format":"faultline-data","version":1,"values":[{"name":"/","version":1,"value":1}]}', 'damaged'],
    [
      '{"format":"faultline-data","version":1,"values":[{"name":"aside/1/x","version":1,"value":1}]}',
      'damaged',
    ],
    [' '.repeat(20_000_001), 'too large'],
  ])('that is %j is refused: %s', (text, error) => {
    expect(readDataFile(text)).toEqual({ ok: false, error });
  });
});

describe('clearing all', () => {
  it('leaves nothing, also of what was still to be kept, and opens the page anew', async () => {
    const { clearData, dataKept, reloads, page } = visit('a');
    storage.entries.set('faultline/aside/1/preferences/v1', '{');
    storage.entries.set('somebody/else', 'theirs');
    await large.set('runs/asyncio/broken/a/5/run/v1', {});
    await large.set('runs/asyncio/fixed/a/5/none/v1', {});
    edit('print(1)');
    goToStep(1);
    expect(await dataKept()).toMatchObject({ drafts: [{ text: 'print(1)' }], visits: 1, runs: 1 });
    editFile('broken', 'main.py', 'print(2)');
    goToStep(2);
    expect(await clearData()).toBe('kept');
    page.dispatchEvent(new Event('pagehide'));
    vi.advanceTimersByTime(1_000);
    expect([...storage.entries.keys()]).toEqual(['somebody/else']);
    expect([large.entries.size, reloads.count]).toEqual([0, 1]);
  });

  it('says what is refused', async () => {
    const { clearData, reloads } = visit('a');
    vi.stubGlobal('localStorage', undefined);
    expect(await clearData()).toBe('denied');
    expect(reloads.count).toBe(0);
  });
});
