/**
 * Every format that was ever released is read for ever: links made by it, with what they hold. These files are never made
 * anew; a change of one is a change of a format.
 */
import * as v from 'valibot';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLessonAddress } from '../lesson/address.ts';
import { crc32 } from './crc32.ts';
import { unpack } from './envelope.ts';
import { DICTIONARY } from './format1/dictionary.ts';
import { SharedStateSchema } from './state.ts';

const FixtureSchema = v.array(v.strictObject({ link: v.string(), state: SharedStateSchema }));

const released = (name: string) =>
  v.parse(FixtureSchema, JSON.parse(readFileSync(join(import.meta.dirname, 'released', name), 'utf8')));

describe('format 1', () => {
  const links = released('v1.json');

  it('is read as when it was released', () => {
    expect(links.length).toBeGreaterThan(25);
    for (const { link, state } of links) {
      const address = readLessonAddress(link);
      if (address?.place.kind !== 'packed') throw new Error(`not a link: ${link}`);
      expect(unpack(address.place.code, address.lesson)).toEqual({ ok: true, value: state });
    }
  });

  it('has the dictionary with which it was released', () => {
    expect([DICTIONARY.length, crc32(DICTIONARY)]).toEqual([22_427, 3_136_716_784]);
  });
});
