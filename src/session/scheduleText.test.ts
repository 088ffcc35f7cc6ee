import { describe, expect, it } from 'vitest';
import { readSchedule, writeSchedule } from './scheduleText.ts';

describe('the text of a schedule', () => {
  it('reads as it was written', () => {
    const schedule = {
      model: 'before310' as const,
      decisions: [
        [0, 1],
        [4, 2],
        [4, 0],
      ] as [number, number][],
    };
    expect(readSchedule(` ${writeSchedule(schedule)}\n`)).toEqual({ ok: true, value: schedule });
  });

  it.each([
    ['nothing', '  ', /^Paste/],
    ['prose', 'step 3: T1', /not the text of a schedule/],
    ['other JSON', '[1, 2]', /not the text of a schedule/],
    ['JSON of something else', '{"model":"before310","decisions":[]}', /not the text of a schedule/],
    ['an unknown model', '{"faultline":"schedule","model":"jit","decisions":[]}', /model that is not known/],
    ['no decisions', '{"faultline":"schedule","model":"before310"}', /decisions .* cannot be read/],
    [
      'a step below zero',
      '{"faultline":"schedule","model":"before310","decisions":[[-1,0]]}',
      /cannot be read/,
    ],
    ['half a decision', '{"faultline":"schedule","model":"before310","decisions":[[1]]}', /cannot be read/],
    [
      'steps that go back',
      '{"faultline":"schedule","model":"before310","decisions":[[5,0],[4,1]]}',
      /out of order/,
    ],
  ])('is refused in words where it is %s', (_, text, words) => {
    const read = readSchedule(text);
    expect(read.ok ? '' : read.error).toMatch(words);
  });
});
