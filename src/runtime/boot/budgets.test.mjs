// Files of the image that have grown end the build, and others do not.
import { expect, test } from 'vitest';
import { checkBudget } from './budgets.mjs';

test('a file may be as large as its budget, and no larger', () => {
  expect(() => checkBudget('pyodide', 8_000)).not.toThrow();
  expect(() => checkBudget('pyodide', 8_001)).toThrow('pyodide has 8001 bytes to download and may have 8000');
  expect(() => checkBudget('package-sqlalchemy', 10_000_000)).not.toThrow();
});
