/** Checks what no single field can show: that parts of the front matter fit one another. */
import type { CheckedFrontMatter, FieldPath } from './front-matter.ts';
import { hasStrayBrace, placeholdersOf } from './placeholders.ts';
import type { Report } from './problem.ts';
import { SIDES, type FrontMatter } from './schema.ts';

export function crossCheck({ fields, lineOf }: CheckedFrontMatter, report: Report): void {
  const reportAt = (path: FieldPath, message: string): void => report(lineOf(path), message);
  checkMeasures(fields, reportAt);
  checkVerdict(fields, reportAt);
  checkSearch(fields, reportAt);
}

/** Takes the place of a field, and a mistake there. */
export type ReportAt = (path: FieldPath, message: string) => void;

/** Measures are distinct, and each is tested. */
export function checkMeasures({ measures }: Pick<FrontMatter, 'measures'>, reportAt: ReportAt): void {
  for (const [index, { id, expect }] of measures.entries()) {
    if (measures.findIndex((measure) => measure.id === id) < index) {
      reportAt(['measures', index, 'id'], `two measures are called "${id}"`);
    }
    if (expect.broken === undefined && expect.fixed === undefined) {
      reportAt(
        ['measures', index, 'expect'],
        `say what the measure "${id}" must be on at least one side, so that it is tested`,
      );
    }
  }
}

/** A verdict speaks only of measures that there are. */
export function checkVerdict(
  { measures, verdict }: Pick<FrontMatter, 'measures' | 'verdict'>,
  reportAt: ReportAt,
): void {
  const ids = measures.map((measure) => measure.id);
  const known = (id: string, path: FieldPath): void => {
    if (!ids.includes(id)) reportAt(path, `there is no measure "${id}"; there are: ${ids.join(', ')}`);
  };
  known(verdict.compare, ['verdict', 'compare']);
  if (verdict.because) known(verdict.because.measure, ['verdict', 'because', 'measure']);

  const counted = measures.some(({ id, unit }) => id === verdict.compare && unit === 'count');
  const allowed = [
    ...(counted ? [] : ['ratio']),
    ...SIDES.flatMap((side) => ids.map((id) => `${side}.${id}`)),
  ];
  for (const field of ['fixedBetter', 'brokenBetter', 'same'] as const) {
    checkSentence(verdict[field], allowed, ['verdict', field], reportAt);
  }
  if (verdict.because)
    checkSentence(verdict.because.words, allowed, ['verdict', 'because', 'words'], reportAt);
}

function checkSentence(
  sentence: string,
  allowed: readonly string[],
  path: FieldPath,
  reportAt: ReportAt,
): void {
  for (const placeholder of placeholdersOf(sentence)) {
    if (allowed.includes(placeholder)) continue;
    const reason =
      placeholder === 'ratio'
        ? 'makes sense only where "compare" names a measure in seconds'
        : `means nothing here; there are: ${allowed.map((name) => `{${name}}`).join(', ')}`;
    reportAt(path, `{${placeholder}} ${reason}`);
  }
  if (hasStrayBrace(sentence))
    reportAt(path, 'a brace is left over: a placeholder looks like {fixed.elapsed}');
}

/** A search has something to search, and something to find. */
export function checkSearch(
  { schedule, search }: Pick<FrontMatter, 'schedule' | 'search'>,
  reportAt: ReportAt,
): void {
  if (search === undefined) return;
  if (schedule === undefined) reportAt(['search'], 'there is nothing to search without "schedule": add it');
  if (SIDES.every((side) => search[side].length === 0)) {
    reportAt(['search'], 'list at least one search of a side, or leave "search" out');
  }
  for (const side of SIDES) {
    for (const [index, { expect }] of search[side].entries()) {
      if (Object.keys(expect).length > 0) continue;
      reportAt(['search', side, index, 'expect'], 'say what the search must find, so that it is tested');
    }
  }
}
