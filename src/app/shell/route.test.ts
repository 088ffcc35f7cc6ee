/** Addresses: which screen, which lesson and which place in it each one means. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../../lesson/catalog.ts';
import { lessonAddress, routeOf, stepAddress, type Route } from './route.ts';

const shown = (route: Route) =>
  route.kind === 'lesson' ? [route.lesson.id, route.address.settings] : route.kind;

describe('addresses', () => {
  it.each(['', '#', '#/'])('%j is home', (hash) => {
    expect(routeOf(hash, lessons)).toEqual({ kind: 'home' });
  });
  it('finds a lesson, with or without a slash behind', () => {
    expect(shown(routeOf('#/asyncio', lessons))).toEqual(['asyncio', {}]);
    expect(shown(routeOf('#/asyncio/', lessons))).toEqual(['asyncio', {}]);
  });
  it('leads to each lesson and to each published program', () => {
    for (const one of lessons.flatMap((lesson) => [lesson, ...lesson.published])) {
      expect(shown(routeOf(lessonAddress(one), lessons))).toEqual([one.id, {}]);
    }
  });
  it('leads to a step that there is', () => {
    const route = routeOf(stepAddress('asyncio', 2), lessons);
    expect(route.kind === 'lesson' && route.address.place).toEqual({ kind: 'step', step: 3 });
    expect(routeOf('#/asyncio/step/3', lessons)).toEqual(route);
    expect(routeOf('#/asyncio/step/0', lessons).kind).toBe('unknown');
    expect(routeOf('#/asyncio/step/77', lessons).kind).toBe('unknown');
  });
  it('may carry settings, and none that there are not', () => {
    const address = '#/threads/published/cause?model=before310&strategy=random&seed=3';
    const settings = { model: 'before310', strategy: 'random', seed: 3 };
    expect(shown(routeOf(address, lessons))).toEqual(['threads.cause', settings]);
    expect(routeOf('#/threads?model=python2', lessons).kind).toBe('unknown');
    expect(routeOf('#/threads?colour=red', lessons).kind).toBe('unknown');
  });
  it('leads to the other pages', () => {
    expect(routeOf('#/about', lessons)).toEqual({ kind: 'about' });
    expect(routeOf('#/answers', lessons)).toEqual({ kind: 'answers' });
  });
  it('names what it does not know, even when it is not decodable', () => {
    expect(routeOf('#/nothing', lessons)).toEqual({ kind: 'unknown', address: '#/nothing' });
    expect(routeOf('#/%E0%A4%A', lessons)).toEqual({ kind: 'unknown', address: '#/%E0%A4%A' });
    expect(routeOf('#/asyncio/other/2', lessons).kind).toBe('unknown');
    expect(routeOf('#/asyncio/published/remedy', lessons).kind).toBe('unknown');
  });
});
