// `npm run link` as a whole: a link is written, and read again, with the lessons of this clone.
import { beforeAll, describe, expect, it } from 'vitest';
import { readCall } from './call.mjs';
import { perform } from './perform.mjs';

/** @param {string[]} args */
const link = (...args) => {
  const call = readCall(args);
  if (call.command === 'help') throw new Error('it is a call for help');
  return perform(call);
};

describe('a link from the terminal', () => {
  let written = '';
  beforeAll(async () => {
    const {
      code,
      out = '',
      err,
    } = await link('--lesson', 'threads', '--seed', '77', '--site', 'https://example.org/f/');
    expect([code, err]).toEqual([0, expect.stringMatching(/^\d\d characters\.$/)]);
    written = out;
  });

  it('has the address of the page, and nothing but what was asked for', async () => {
    expect(written).toMatch(/^https:\/\/example\.org\/f\/#\/threads\/A[\w-]+$/);
    const { code, out = '' } = await link('--decode', written);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      lesson: 'threads',
      version: expect.any(Number),
      schedule: { seed: 77 },
    });
  });

  it('that is not whole is answered with words', async () => {
    expect(await link('--decode', written.slice(0, -3))).toEqual({
      code: 1,
      err: expect.stringContaining('cut off'),
    });
  });
});
