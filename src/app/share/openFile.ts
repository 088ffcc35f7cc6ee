/** Opens a `.faultline` file that was picked or dropped: it holds what stands in an address behind `#`. */
import { MOST_CHARACTERS } from '../../share/envelope.ts';
import { showWrongFile } from '../../store/panels.ts';
import { goTo } from '../shell/address.ts';

const EXTENSION = '.faultline';
/** To be offered by the browser's own dialog. */
export const ACCEPTED = EXTENSION;

/** Goes to what the file holds, or says what is wrong with it. */
export async function openFile(file: File): Promise<void> {
  showWrongFile(null);
  if (file.size > MOST_CHARACTERS) return showWrongFile('too large');
  const text = await file.text().then(
    (read) => read.trim(),
    () => '',
  );
  if (!text.startsWith('#/') || /\s/.test(text)) return showWrongFile('no link');
  goTo(text);
}

/** Takes files that are dropped anywhere on the page. Without it the browser would leave the page for them. */
export function listenToDrops(): void {
  // On the way down, before an editor takes them for text.
  document.addEventListener('dragover', allow, { capture: true });
  document.addEventListener('drop', take, { capture: true });
}

function allow(event: DragEvent): void {
  if (isFile(event)) event.preventDefault();
}

function take(event: DragEvent): void {
  const file = event.dataTransfer?.files[0];
  if (!isFile(event) || file === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  void openFile(file);
}

function isFile({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') === true;
}
