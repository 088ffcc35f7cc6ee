/** Links for tests: of random states, and forged ones that no page would write. */
import { lessons } from '../lesson/catalog.ts';
import { toBase64url } from '../share/base64url.ts';
import { ByteWriter } from '../share/bytes.ts';
import { crc32, crc32OfText } from '../share/crc32.ts';
import { decodeFragment, encodeState } from '../share/link.ts';
import type { SharedState } from '../share/state.ts';
import { randomState, type Chance } from './randomState.ts';

export function linkOf(state: SharedState): string {
  const encoded = encodeState(state);
  if (!encoded.ok) throw new Error(encoded.error.kind);
  return encoded.value.fragment;
}

/** Links that are no plain addresses, each with what it holds. */
export function someLinks(
  count: number,
  chance: Chance,
): { readonly link: string; readonly state: SharedState }[] {
  const found: { readonly link: string; readonly state: SharedState }[] = [];
  while (found.length < count) {
    const state = randomState(lessons, chance);
    const link = linkOf(state);
    if (decodeFragment(link, lessons).kind === 'state') found.push({ link, state });
  }
  return found;
}

/** A link whose checksum holds, whatever stands in it. */
export function forgedLink(lesson: string, format: number, body: Uint8Array): string {
  const bytes = new ByteWriter();
  bytes.byte(format);
  bytes.natural(body.length);
  bytes.raw(body);
  bytes.word(crc32(bytes.done(), crc32OfText(lesson)));
  return `#/${lesson}/${toBase64url(bytes.done())}`;
}
