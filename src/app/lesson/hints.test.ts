import { describe, expect, it } from 'vitest';
import { hintFor } from './hints.ts';

describe('hints', () => {
  it('says what a browser lacks where Python names it, and only there', () => {
    const ended = { type: 'EOFError', message: 'Ran out of input' };
    expect(hintFor({ ...ended, absent: { what: 'keyboard', name: '' } })).toContain('input()');
    expect(hintFor(ended)).toBeNull();
    const module = { type: 'ModuleNotFoundError', message: "No module named 'curses'" };
    expect(hintFor({ ...module, absent: { what: 'module', name: 'curses' } })).toContain(
      '“curses” needs what',
    );
    expect(hintFor({ type: 'ConnectionError', message: 'the database is down' })).toBeNull();
    expect(hintFor({ ...ended, absent: { what: 'constructor', name: '' } })).toBeNull();
  });
  it('names the module that is not here', () => {
    expect(hintFor({ type: 'ModuleNotFoundError', message: "No module named 'requests'" })).toContain(
      '“requests”',
    );
  });
  it('knows threads and nested loops apart', () => {
    const full = { type: 'RuntimeError', message: "can't start new thread" };
    expect(hintFor(full)).toContain('500 threads');
    expect(hintFor(full, false)).toContain('cannot suspend Python');
    expect(
      hintFor({ type: 'RuntimeError', message: 'asyncio.run() cannot be called from a running event loop' }),
    ).toContain('await');
  });
  it('stays silent about errors that speak for themselves', () => {
    expect(hintFor({ type: 'ValueError', message: 'no' })).toBeNull();
    expect(hintFor({ type: 'RuntimeError', message: 'boom' })).toBeNull();
  });
});
