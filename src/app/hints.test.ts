import { describe, expect, it } from 'vitest';
import { hintFor } from './hints.ts';

describe('hints', () => {
  it('says that there is no keyboard', () => {
    expect(hintFor({ type: 'EOFError', message: 'EOF when reading a line' })).toContain('input()');
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
