/** Addresses: which screen, which lesson and which place in it each one means. */
import { describe, expect, it } from 'vitest';
import { lessons } from '../../lesson/catalog.ts';
import { encodeState } from '../../share/link.ts';
import { lessonVersion } from '../../share/version.ts';
import { plainLesson } from '../../testing/scriptedWorkspace.ts';
import { lessonAddress, placeAddress, routeOf, screenOf, stepAddress, type Route } from './route.ts';

const at = (route: Route) =>
  route.kind === 'lesson' && route.opened.by === 'address' ? route.opened.address : null;
const shown = (route: Route) =>
  route.kind === 'lesson' ? [route.lesson.id, at(route)?.settings] : route.kind;
const faultAt = (hash: string) => {
  const route = routeOf(hash, lessons);
  const fault =
    route.kind === 'unknown'
      ? route.fault
      : route.kind === 'lesson' && route.opened.by === 'fault'
        ? route.opened.fault
        : null;
  return [route.kind, fault?.kind];
};

const screen = (hash: string) => screenOf(routeOf(hash, lessons));

function linkOf(code: string): string {
  const { id } = plainLesson;
  const files = { broken: { 'main.py': code } };
  const encoded = encodeState({ lesson: id, version: lessonVersion(plainLesson), files });
  if (!encoded.ok) throw new Error('too large');
  return encoded.value.fragment;
}

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

  it('leads to a step that there is, and to the lesson as it is for one that there is not', () => {
    for (const hash of [stepAddress('asyncio', 2), '#/asyncio/step/3']) {
      expect(at(routeOf(hash, lessons))?.place).toEqual({ kind: 'step', step: 3 });
    }
    expect(faultAt('#/asyncio/77')).toEqual(['lesson', 'unknown step']);
    expect(faultAt('#/asyncio/step/77')).toEqual(['lesson', 'unknown step']);
  });

  it('may carry settings, and none that there are not', () => {
    const address = '#/threads/published/cause?model=before310&strategy=random&seed=3';
    const settings = { model: 'before310', strategy: 'random', seed: 3 };
    expect(shown(routeOf(address, lessons))).toEqual(['threads.cause', settings]);
    expect(faultAt('#/threads?model=python2')).toEqual(['lesson', 'unknown address']);
    expect(faultAt('#/threads?colour=red')).toEqual(['lesson', 'unknown address']);
  });

  it('leads to the other pages', () => {
    expect(routeOf('#/about', lessons)).toEqual({ kind: 'about' });
    expect(routeOf('#/answers', lessons)).toEqual({ kind: 'answers' });
  });

  it('names what it does not know, even when it is not decodable', () => {
    expect(routeOf('#/nothing', lessons)).toMatchObject({ kind: 'unknown', address: '#/nothing' });
    expect(routeOf('#/%E0%A4%A', lessons)).toMatchObject({ kind: 'unknown', address: '#/%E0%A4%A' });
    expect(faultAt('#/nothing')).toEqual(['unknown', 'unknown lesson']);
    expect(faultAt('#/asyncio/published/remedy')[0]).toBe('lesson');
  });
});

describe('a link', () => {
  it('opens what it holds', () => {
    const route = routeOf(linkOf('print(1)'), lessons);
    expect(route).toMatchObject({
      kind: 'lesson',
      lesson: { id: plainLesson.id },
      opened: { by: 'link', link: { older: false, state: { files: { broken: { 'main.py': 'print(1)' } } } } },
    });
  });

  it('that is damaged shows the lesson as it is', () => {
    expect(faultAt(linkOf('print(1)').slice(0, -4))[0]).toBe('lesson');
  });
});

describe('a screen', () => {
  it('is the same for all steps of a lesson, and another for each link', () => {
    const { id } = plainLesson;
    expect(screen(stepAddress(id, 2))).toBe(screen(`#/${id}`));
    const screens = [`#/${id}`, linkOf('1'), linkOf('2'), '#/', '#/about', '#/threads'].map(screen);
    expect(new Set(screens).size).toBe(6);
  });

  it('is that of the place where a lesson stands', () => {
    expect(placeAddress(plainLesson, 0)).toBe(`#/${plainLesson.id}`);
    expect(placeAddress(plainLesson, 2)).toBe(`#/${plainLesson.id}/3`);
  });
});
