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
  it('says that the memory may have run out only where Python died', () => {
    const { interpreter, report } = errors.endings.crashed;
    expect(interpreter.advice('out of bounds')).toContain('memory');
    expect(interpreter.advice('Maximum call stack size exceeded')).toContain('too long a chain');
    expect(Object.values(report).map(String).join()).not.toMatch(/memory|died/);
    expect(errors.how.crashed.report).not.toBe(errors.how.crashed.interpreter);
  });
});
