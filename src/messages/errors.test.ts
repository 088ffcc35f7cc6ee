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
