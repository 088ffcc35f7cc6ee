import { describe, expect, it } from 'vitest';
import { crashOf } from './crash.ts';

describe('why an interpreter cannot go on', () => {
  it('blames memory only where memory ended', () => {
    const trap = new WebAssembly.RuntimeError('memory access out of bounds');
    expect(crashOf(trap, true).cause).toBe('memory');
    expect(crashOf(trap, false).cause).toBe('interpreter');
    expect(crashOf(new RangeError('Maximum call stack size exceeded'), true).cause).toBe('interpreter');
  });

  it('calls a fault of ours a fault of ours', () => {
    class PythonError extends Error {
      override readonly name = 'PythonError';
    }
    expect(crashOf(new PythonError('ValueError: no'), false).cause).toBe('fault');
    expect(crashOf(new Error('carrier 3 went astray'), false).cause).toBe('fault');
    expect(crashOf(new TypeError('x is undefined'), true).cause).toBe('fault');
    const fatal = Object.assign(new Error('gone'), { pyodide_fatal_error: true });
    expect(crashOf(fatal, false).cause).toBe('interpreter');
  });

  it('keeps a reason short', () => {
    expect(crashOf('x'.repeat(1_000_000), false).reason.length).toBeLessThan(10_000);
  });
});
