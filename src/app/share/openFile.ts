/**
 * Opens a file that was picked or dropped: a `.faultline` file, which holds what stands in an address behind `#`, or the
 * trace of runs, which is shown as a recording.
 */
import { lessons } from '../../lesson/catalog.ts';
import type { Commands } from '../../session/commands.ts';
import type { TraceFault } from '../../session/openedTrace.ts';
import { MOST_CHARACTERS } from '../../share/envelope.ts';
import { showWrongFile, type WrongFile } from '../../store/panels.ts';
import { goTo, pushAddress } from '../shell/address.ts';

/** To be offered by the browser's own dialog. */
export const ACCEPTED = '.faultline,.json';
/** A larger trace would hold the page up. Bytes. */
const LARGEST_TRACE = 40_000_000;

const TRACE_FAULTS: Readonly<Record<TraceFault, WrongFile>> = {
  'no trace': 'no trace',
  contradictory: 'contradictory trace',
  'no lesson': 'trace of no lesson',
  'too large': 'large trace',
};

/** Goes to what the file holds, or says what is wrong with it. */
export async function openFile(file: File, commands: Pick<Commands, 'openTrace'>): Promise<void> {
  showWrongFile(null);
  if (file.name.endsWith('.json')) return openTraceFile(file, commands);
  if (file.size > MOST_CHARACTERS) return showWrongFile('too large');
  const text = (await textOf(file)).trim();
  if (!text.startsWith('#/') || /\s/.test(text)) return showWrongFile('no link');
  goTo(text);
}

async function openTraceFile(file: File, { openTrace }: Pick<Commands, 'openTrace'>): Promise<void> {
  if (file.size > LARGEST_TRACE) return showWrongFile('large trace');
  // Nobody who only reads needs what reads traces.
  const [text, { openedTrace }] = await Promise.all([textOf(file), import('../../session/openedTrace.ts')]);
  const opened = openedTrace(text, lessons);
  if (!opened.ok) return showWrongFile(TRACE_FAULTS[opened.error]);
  openTrace(opened.value);
  pushAddress(opened.value.link.fragment);
}

/** Empty for what cannot be read. */
async function textOf(file: File): Promise<string> {
  return file.text().catch(() => '');
}

/** Takes files that are dropped anywhere on the page. Without it the browser would leave the page for them. */
export function listenToDrops(commands: Pick<Commands, 'openTrace'>): void {
  // On the way down, before an editor takes them for text.
  document.addEventListener('dragover', allow, { capture: true });
  document.addEventListener('drop', (event) => take(event, commands), { capture: true });
}

function allow(event: DragEvent): void {
  if (isFile(event)) event.preventDefault();
}

function take(event: DragEvent, commands: Pick<Commands, 'openTrace'>): void {
  const file = event.dataTransfer?.files[0];
  if (!isFile(event) || file === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  void openFile(file, commands);
}

function isFile({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
