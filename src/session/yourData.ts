/** Commands about all that the browser keeps for the page: what it is, a file of it, taking a file in, clearing it. */
import { browserLargeStorage, type LargeStorage } from '../base/largeStorage.ts';
import { success, type Result } from '../base/result.ts';
import { browserSession, type Kept } from '../base/storage.ts';
import { clearAll, storedValues, writeAll, type StoredValue } from '../base/storedValues.ts';
import { newTabName } from '../store/tab.ts';
import { editsOf } from '../store/files.ts';
import { SIDES } from '../lesson/schema.ts';
import { useWorkspaces } from '../store/workspaces.ts';
import { slotOfDraft } from '../store/storedDrafts.ts';
import type { Keeping } from './keeping.ts';
import { readDataFile, writeDataFile, type DataFileFault } from './dataFile.ts';
import { draftOf, planImport, type DraftOfLesson, type ImportPlan } from './importPlan.ts';
import { isLarge, largeValues, runsAmong, writeLarge } from './largeData.ts';
import type { Platform } from './platform.ts';

/** What values are, for a person: drafts one by one, the others counted by what they are. */
export interface DataSummary {
  readonly drafts: readonly DraftOfLesson[];
  /** lessons in which a step, answers or settings are kept */
  readonly visits: number;
  readonly preferences: boolean;
  readonly progress: boolean;
  /** of how many runs there are kept runs */
  readonly runs: number;
  /** what other parts of the page keep, and values of later versions */
  readonly others: number;
}

/** A file that can be taken in: what it holds, and what that changes here. */
export interface Import {
  readonly holds: DataSummary;
  readonly plan: ImportPlan;
  /** for the large storage: they stand beside what is there */
  readonly large: readonly StoredValue[];
}

/** `reload` opens the page anew, with what is kept by then. */
export function createYourData(
  platform: Pick<Platform, 'save' | 'tab'>,
  { keepAll, forgetAll }: Pick<Keeping, 'keepAll' | 'forgetAll'>,
  reload: () => void = () => location.reload(),
  large: LargeStorage = browserLargeStorage(),
) {
  return {
    /** All that is kept here. */
    dataKept: async (): Promise<DataSummary> => {
      keepAll();
      return { ...summaryOf(storedValues()), runs: runsAmong(await large.names()) };
    },
    /** Offers all of it as a file, with edits that the storage has refused. */
    exportData: async (): Promise<void> => {
      keepAll();
      const day = new Date().toISOString().slice(0, 10);
      const values = withRefused(storedValues(), platform.tab);
      const text = writeDataFile([...values, ...(await largeValues(large))]);
      platform.save(`faultline-data-${day}.json`, text, 'application/json');
    },
    /** Reads such a file; changes nothing. */
    readImport: (text: string): Result<Import, DataFileFault> => {
      const read = readDataFile(text);
      if (!read.ok) return read;
      keepAll();
      const here = { values: storedValues(), tab: platform.tab, now: Date.now(), free: newTabName() };
      const small = read.value.filter((one) => !isLarge(one));
      return success({
        holds: summaryOf(read.value),
        plan: planImport(small, here),
        large: read.value.filter(isLarge),
      });
    },
    /** Takes it in, and opens the page anew. Of what the person has written all or nothing is taken. */
    importData: async ({ plan, large: values }: Import): Promise<Kept> => {
      const kept = writeAll(plan.writes);
      if (kept !== 'kept') return kept;
      const also = await writeLarge(values, large);
      if (also !== 'kept') return also;
      // What this tab remembers for its own reload would stand before what has been taken in.
      clearAll(browserSession());
      reload();
      return 'kept';
    },
    /** Clears all that the page keeps in this browser, and opens the page anew. */
    clearData: async (): Promise<Kept> => {
      forgetAll();
      const cleared = [clearAll(), clearAll(browserSession()), await large.remove(await large.names())];
      const refused = cleared.find((one) => one !== 'kept');
      if (refused !== undefined) return refused;
      reload();
      return 'kept';
    },
  };
}

/** These values, and the edits on the page that are none of their drafts. */
function withRefused(values: readonly StoredValue[], tab: string): StoredValue[] {
  const drafts = values.flatMap((one) => draftOf(one) ?? []);
  const isKept = (lesson: string, text: string) =>
    drafts.some((one) => one.lesson === lesson && one.text === text);
  const own = Object.values(useWorkspaces.getState().workspaces).filter(({ link }) => link === null);
  const refused = own.flatMap(({ lesson, files }) => {
    const edits = editsOf(lesson, files);
    return SIDES.flatMap((side) =>
      Object.entries(edits[side])
        .filter(([, text]) => !isKept(lesson.id, text))
        .map(([file, text]): StoredValue => {
          const { name, version } = slotOfDraft(lesson.id, { side, file, tab });
          return { name, version, text: JSON.stringify({ text, at: Date.now(), revision: 0 }) };
        }),
    );
  });
  const names = new Set(refused.map(({ name }) => name));
  return [...values.filter(({ name }) => !names.has(name)), ...refused];
}

function summaryOf(values: readonly StoredValue[]): DataSummary {
  const drafts = values.flatMap((one) => draftOf(one) ?? []);
  const rest = values.filter((one) => draftOf(one) === null && !isLarge(one)).map(({ name }) => name);
  const visits = rest.filter((name) => name.startsWith('visits/'));
  const preferences = rest.filter((name) => name === 'preferences');
  const progress = rest.filter((name) => name === 'progress');
  return {
    drafts,
    visits: new Set(visits).size,
    preferences: preferences.length > 0,
    progress: progress.length > 0,
    runs: runsAmong(values.map(({ name }) => name)),
    others: rest.length - visits.length - preferences.length - progress.length,
  };
}
