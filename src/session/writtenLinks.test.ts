/** Links of the terminal: what stands in them, and why some cannot be written. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../lesson/catalog.ts';
import { contentOf, linkFor } from './writtenLinks.ts';

const none = { files: { broken: [], fixed: [] }, schedule: {} };
const named = (name: string, text = 'print(1)\n', path: string | null = null) => ({ path, name, text });

function contentFor(call: object): object {
  const link = linkFor({ ...none, ...call });
  if (!link.ok) throw new Error(link.error);
  const read = contentOf(link.value.fragment);
  if (!read.ok) throw new Error(read.error);
  return read.value.content;
}

const whyNot = (call: object) => {
  const link = linkFor({ ...none, ...call });
  return link.ok ? '' : link.error;
};

describe('a link for the terminal', () => {
  it('holds only what differs from the lesson', () => {
    const threads = lessons.find(({ id }) => id === 'threads');
    const own = threads?.sides.broken.files['main.py'] ?? '';
    const files = { broken: [named('main.py', own)], fixed: [] };
    const schedule = { model: threads?.schedule?.model, strategy: threads?.schedule?.strategy };
    expect(contentFor({ lesson: 'threads', files, schedule })).toEqual({ lesson: 'threads' });
  });

  it('replaces the only file of a side, whatever the new one is called, else the one of that name', () => {
    const files = { broken: [named('mine.py')], fixed: [] };
    expect(contentFor({ lesson: 'threads', files })).toMatchObject({
      files: { broken: { 'main.py': 'print(1)\n' } },
    });
    const orders = { broken: [], fixed: [named('orders.py'), named('new.py', '', 'shop/customers.py')] };
    expect(contentFor({ lesson: 'imports', files: orders })).toMatchObject({
      files: { fixed: { 'shop/orders.py': 'print(1)\n', 'shop/customers.py': '' } },
    });
  });

  it('of a place is a plain address, and is told in the names of a state', () => {
    expect(linkFor({ ...none, lesson: 'threads', step: 2 })).toMatchObject({
      value: { fragment: '#/threads/3' },
    });
    expect(contentFor({ lesson: 'threads', part: 'cause' })).toEqual({ lesson: 'threads', part: 'cause' });
  });

  it.each([
    [{ lesson: 'weights' }, 'There is no lesson "weights". The lessons are: asyncio, imports'],
    [{ lesson: 'threads', step: 50 }, 'This link leads to step 51.'],
    [{ lesson: 'threads', variation: 'absent' }, 'the variation “absent”'],
    [{ lesson: 'threads', arrangement: 'upside down' }, 'arrangement: '],
    [{ lesson: 'imports', schedule: { seed: 3 } }, 'have no threads'],
    [{ lesson: 'imports', files: { broken: [named('mine.py')], fixed: [] } }, 'main.py=mine.py'],
  ])('cannot be written of %j', (call, words) => {
    expect(whyNot(call)).toContain(words);
  });
});
