/** The text of a file as every system has it: without a byte order mark, its lines ended by LF alone. */

export function plainText(text: string): string {
  return text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
}
