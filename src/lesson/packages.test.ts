/** The packages of an address are those of its lesson, and known for nothing but lessons. */
import { expect, it } from 'vitest';
import { lessons } from './catalog.ts';
import { packagesAt } from './packages.ts';

it('knows them for a lesson and every place in it', () => {
  for (const { id, packages } of lessons) {
    const places = ['', '/', '/2', '/step/2', '/published/cause', '?seed=3'];
    expect(places.map((place) => packagesAt(`#/${id}${place}`))).toEqual(places.map(() => packages));
  }
  expect(packagesAt('#/pools')).toContain('sqlalchemy');
});

it('leaves to the page what is packed in a link, and what is no lesson', () => {
  const others = [
    '',
    '#',
    '#/',
    '#/about',
    '#/answers',
    '#/notes/pools',
    '#/nothing',
    '#/pools/AbC',
    '#/poolsx',
  ];
  expect(others.map(packagesAt)).toEqual(others.map(() => null));
});
