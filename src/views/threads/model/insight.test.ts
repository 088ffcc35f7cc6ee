import { describe, expect, it } from 'vitest';
import { emptyPicture } from '../../../trace/picture.ts';
import { traceOf } from '../../../testing/scriptedTrace.ts';
import { lostUpdate, many, ONE, ScriptedRun } from '../../../testing/scriptedThreads.ts';
import { flawCounts, hasInsight, insightOf } from './insight.ts';

describe('the insight', () => {
  it('is silent while nothing went wrong', () => {
    expect(insightOf(emptyPicture(), 99)).toBeNull();
    const { picture } = traceOf(lostUpdate().lines);
    expect(insightOf(picture, 20)).toBeNull();
    expect(hasInsight(picture)).toBe(true);
    expect(hasInsight(traceOf(many(2, 3, true).lines).picture)).toBe(false);
  });

  it('puts into a sentence what the probe has reported', () => {
    const insight = insightOf(traceOf(lostUpdate().lines).picture, Infinity);
    expect(insight).toMatchObject({ kind: 'lost', count: 1, last: true });
    expect(insight?.sentence).toMatch(/^Thread-1 \(work\) read 41 and was switched out; .* again\.$/);
  });

  it('describes the last of several, up to the moment', () => {
    const scripted = new ScriptedRun(['lost updates', 'stale checks'])
      .start(ONE)
      .goOn(ONE, 'main.py:1', false);
    const times = ['first', 'second', 'third'].map((name, index) => {
      scripted.blame(index === 1 ? 'stale checks' : 'lost updates', `${name}.`, 'main.py:3');
      return scripted.now;
    });
    const { picture } = traceOf(scripted.lines);
    const insights = times.map((time) => insightOf(picture, time));
    expect(insights.map((insight) => [insight?.kind, insight?.count, insight?.sentence])).toEqual([
      ['lost', 1, 'first.'],
      ['stale', 1, 'second.'],
      ['lost', 2, 'third.'],
    ]);
    expect(flawCounts(picture, Infinity)).toEqual([
      ['lost', 2],
      ['stale', 1],
    ]);
  });

  it('counts by the tally where not every one has its sentence', () => {
    const scripted = new ScriptedRun().blame('lost updates', 'one.', 'main.py:1');
    for (let more = 0; more < 5; more += 1) scripted.add((at) => [at, 'tally', 'lost updates', 1]);
    expect(insightOf(traceOf(scripted.lines).picture, Infinity)).toMatchObject({ count: 6, last: false });
  });
});
