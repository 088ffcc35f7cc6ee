import { describe, expect, it } from 'vitest';
import { lessonAddress, routeOf } from './route.ts';

const ids = ['asyncio', 'imports'];

describe('addresses', () => {
  it.each(['', '#', '#/'])('%j is home', (hash) => {
    expect(routeOf(hash, ids)).toEqual({ kind: 'home' });
  });
  it('finds a lesson, with or without a slash behind', () => {
    expect(routeOf('#/asyncio', ids)).toEqual({ kind: 'lesson', id: 'asyncio' });
    expect(routeOf('#/asyncio/', ids)).toEqual({ kind: 'lesson', id: 'asyncio' });
    expect(routeOf(lessonAddress('imports'), ids)).toEqual({ kind: 'lesson', id: 'imports' });
  });
  it('is about all this', () => {
    expect(routeOf('#/about', ids)).toEqual({ kind: 'about' });
  });
  it('names what it does not know, even when it is not decodable', () => {
    expect(routeOf('#/pools', ids)).toEqual({ kind: 'unknown', address: '#/pools' });
    expect(routeOf('#/%E0%A4%A', ids)).toEqual({ kind: 'unknown', address: '#/%E0%A4%A' });
    expect(routeOf('#/asyncio/2', ids).kind).toBe('unknown');
  });
});
