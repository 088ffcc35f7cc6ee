/** Links of the prose that lead nowhere within the site. */
import { describe, expect, it } from 'vitest';
import { lessons } from './catalog.ts';
import { strayLinks } from './links.ts';

const strays = (text: string) => strayLinks('lesson.md', text, lessons);

describe('links within the site', () => {
  it.each(['#/', '#/about', '#/answers', '#/asyncio', '#/asyncio/step/1', '#/threads/published/cause'])(
    'may lead to %s',
    (href) => {
      expect(strays(`Look [there](${href}).`)).toEqual([]);
    },
  );

  it('that lead nowhere are told with their line', () => {
    expect(strays('One line.\n\nLook [there](#/absent).')).toEqual([
      { file: 'lesson.md', line: 3, message: '"#/absent" leads to no lesson' },
    ]);
  });

  it('are each told, also two of one line', () => {
    const found = strays('[a](#/absent) and [b](#/asyncio) and [c](#/asyncio/step/99)');
    expect(found.map(({ line, message }) => [line, message.includes('steps')])).toEqual([
      [1, false],
      [1, true],
    ]);
  });

  it('are not those to other sites, nor text that looks like one', () => {
    expect(strays('[docs](https://docs.python.org/3/#/absent) and (#/absent) and [a] (#/absent)')).toEqual(
      [],
    );
  });
});
