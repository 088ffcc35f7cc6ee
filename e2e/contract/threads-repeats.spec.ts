/** What a program reads of clocks, chance and addresses under a schedule is the same in every worker and every page. */
import { expect } from '@playwright/test';
import { HarnessPage, test } from '../harness.ts';
import { program, random } from './threads.ts';

const ALL = program('repeats.py');
const options = { probes: ['threads', 'tasks'], schedule: random('before310', 1, 0.1) };

test('all that a run shows is the same, byte for byte, in other workers and in another time zone', async ({
  harness,
  browser,
  baseURL,
  suspends,
}) => {
  const first = await harness.run(ALL, options);
  expect(first.end.ending.kind).toBe('raised');
  expect(first.stdout).toContain('2026-01-01 00:00:00');
  expect(first.stderr).toContain('Exception ignored');
  expect(first.scheduled?.decisions.length).toBeGreaterThan(20);

  const fresh = await HarnessPage.open(browser, baseURL ?? '', undefined, {}, suspends);
  const tokyo = { timezoneId: 'Asia/Tokyo' };
  const away = await HarnessPage.open(browser, baseURL ?? '', undefined, tokyo, suspends);
  expect(await away.page.evaluate(() => new Date(0).getHours())).toBe(9);
  for (const other of [harness, fresh, away]) {
    const again = await other.run(ALL, options);
    expect(again.stdout).toBe(first.stdout);
    expect(again.stderr).toBe(first.stderr);
    expect(again.end.ending).toEqual(first.end.ending);
    expect(again.scheduled).toEqual(first.scheduled);
    expect(again.events).toEqual(first.events);
  }
  await fresh.page.close();
  await away.page.close();
});
