import { describe, expect, it } from 'vitest';
import { hintFor } from './hints.ts';

const syntaxHint = (message: string) => hintFor({ type: 'SyntaxError', message });

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
  it('names the package that was looked for, not the module inside it', () => {
    const hint = hintFor({ type: 'ModuleNotFoundError', message: "No module named 'numpy.linalg'" });
    expect(hint).toContain('“numpy”');
    expect(hint).not.toContain('linalg');
  });
  it('knows what is missing in the code, by what Python says of it', () => {
    expect(syntaxHint("expected ':'")).toBe('A line that begins a block ends with a colon.');
    expect(syntaxHint("'await' outside function")).toContain('async def');
    expect(syntaxHint("'await' outside async function")).toContain('async def');
    expect(syntaxHint('invalid syntax')).toBeNull();
  });
  it('says that a program has its own files only', () => {
    const gone = { type: 'FileNotFoundError', message: "[Errno 44] No such file or directory: 'a.csv'" };
    expect(hintFor(gone)).toBe('A program here sees only its own files. Write the data into the code.');
  });
  it('asks for the class itself, not for one whose name holds it', () => {
    expect(hintFor({ type: 'MyFileNotFoundError', message: 'a.csv' })).toBeNull();
    expect(hintFor({ type: 'NotImplementedRuntimeError', message: "can't start new thread" })).toBeNull();
    expect(hintFor({ type: 'PythonFinalizationError', message: "can't start new thread at exit" })).toContain(
      '500 threads',
    );
  });
});
