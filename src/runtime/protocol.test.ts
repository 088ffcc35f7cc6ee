/** What a program must be before it is run. */
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { ProgramSchema } from './protocol.ts';

const accepts = (files: Record<string, string>, entry: string) => v.is(ProgramSchema, { files, entry });

test('the entry is one of the files, and no file has the name of a folder', () => {
  expect(accepts({ 'main.py': '' }, 'main.py')).toBe(true);
  expect(accepts({ 'main.py': '' }, 'toString')).toBe(false);
  expect(accepts({ a: '', 'a/b.py': '' }, 'a')).toBe(false);
});
