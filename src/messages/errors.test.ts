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
