import { describe, expect, it } from 'vitest';
import { errors } from './errors.ts';

describe('the first words about an error', () => {
  it('are there for what learners meet', () => {
    expect(errors.kind('ZeroDivisionError')).toBe('Something was divided by zero');
  });

  it.each(['Missing', '__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'are plain text for a class called %s',
    (type) => {
      expect(errors.kind(type)).toBe('An error that nobody caught');
    },
  );
});

describe('a run that could not go on', () => {
  it('speaks of memory only where memory ended, and of a dead interpreter only where it died', () => {
    const { interpreter, memory, fault, report } = errors.endings.crashed;
    expect(memory.text('no more')).toContain('memory');
    expect(interpreter.advice('Maximum call stack size exceeded')).toContain('too long a chain');
    expect(interpreter.advice('out of bounds')).not.toContain('memory');
    for (const words of [fault, report])
      expect(Object.values(words).map(String).join()).not.toMatch(/memory|died/);
    expect(new Set(Object.values(errors.how.crashed)).size).toBe(4);
  });

  it('says by what a program ended itself', () => {
    const { title, text } = errors.endings.exited;
    expect(text(3)).toContain('SystemExit');
    expect(text(3, 'os._exit')).toContain('os._exit()');
    expect(text(120, 'flush')).toContain('could not flush');
    expect(text(137, 'SIGKILL')).not.toContain('SystemExit');
    expect(title(137, 'SIGKILL')).toContain('SIGKILL');
  });
});

describe('an error and its lines', () => {
  it('has its message only where it has one', () => {
    expect(errors.named('KeyError', "'a'")).toBe("KeyError: 'a'");
    expect(errors.named('KeyboardInterrupt', '')).toBe('KeyboardInterrupt');
  });

  it('names the function of a line, but not the module as one', () => {
    expect(errors.frame('main.py', 4, 'work')).toBe('main.py, line 4, in work');
    expect(errors.frame('main.py', 4, '<module>')).toBe('main.py, line 4');
    expect(errors.frame('main.py', 4, '')).toBe('main.py, line 4');
  });

  it('may be one of several in a group', () => {
    expect(errors.group(1)).toBe('An error inside a group');
    expect(errors.group(2)).toBe('Several errors at once');
  });
});

describe('a fault of ours', () => {
  it('in a probe leaves the run as it is, one after the run only its last words', () => {
    expect(errors.faults.part('threads')).toContain('What watches “threads” failed and was taken out');
    expect(errors.faults.part('afterwards')).not.toContain('“afterwards”');
  });

  it('is written down with what is known, one line each, before the report', () => {
    expect(errors.faults.report({ Faultline: '0.1.0', Python: '3.14.2' }, 'Traceback:\n  …')).toBe(
      'Faultline: 0.1.0\nPython: 3.14.2\nTraceback:\n  …',
    );
  });
});

describe('a run that was cut short', () => {
  it('says at which limit', () => {
    const { text } = errors.endings.capped;
    expect(text.events('400,000')).toContain('more than 400,000 events');
    expect(text.output('250,000')).toContain('more than 250,000 characters');
    expect(text.lanes('100,000')).toContain('more than 100,000 things');
  });
});
