// How many bytes each file of the image may have as it travels. They are the same on every machine, so growth is noticed.
import { PlainError } from '../../../scripts/command.mjs';

/** @type {Readonly<Record<string, number>>} by the stem of the file's name, in bytes */
const BUDGETS = {
  pyodide: 8_000,
  'pyodide-glue': 105_000,
  'python-wasm': 3_620_000,
  'python-library': 4_120_000,
  'python-memory': 4_600_000,
  faultline: 680_000,
  'package-memory': 3_800_000,
};

/**
 * Throws when a file is larger than it may be. Files without a budget, such as packages, may have any size.
 * @param {string} stem
 * @param {number} bytes
 */
export function checkBudget(stem, bytes) {
  const budget = BUDGETS[stem];
  if (budget === undefined || bytes <= budget) return;
  throw new PlainError(
    `${stem} has ${bytes} bytes to download and may have ${budget}. See src/runtime/boot/budgets.mjs.`,
  );
}
