/** Gathers the published programs of a lesson: what was published, what to write instead, and what is said of both. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { checkMeasures, checkSearch, checkVerdict, type ReportAt } from './cross-check.ts';
import type { CheckedFrontMatter, FieldPath } from './front-matter.ts';
import { toBlocks, toInlines } from './markdown.ts';
import { hasStrayBrace, placeholdersOf } from './placeholders.ts';
import type { Report } from './problem.ts';
import { PARTS, type PublishedFields } from './published.ts';
import { SIDES } from './schema.ts';
import type { Block, FrontMatter, Happening, Inline, Lesson, Published, SideName } from './schema.ts';
import { readProgram, type Asked } from './sides.ts';
import { foldersIn, readVaried } from './variations.ts';

const FOLDER = 'published';

type Files = Readonly<Record<string, string>>;
type Measures = FrontMatter['measures'];

/** @param files of the lesson's folder by path, `published/cause/main.py` among them */
export function readPublished(
  lesson: Pick<Lesson, 'id' | 'number'>,
  files: Files,
  { fields, lineOf }: CheckedFrontMatter,
  report: Report,
): readonly Published[] {
  const list = fields.published;
  const order = list.map(({ part }) => part);
  if (list.length > 0 && order.join() !== PARTS.join()) {
    report(lineOf([FOLDER]), `name each of these parts once, in this order: ${PARTS.join(', ')}`);
  }
  const named = list.flatMap(({ part, instead, variations }) => [
    part,
    instead,
    ...variations.map((one) => one.id),
  ]);
  for (const folder of foldersIn(FOLDER, files)) {
    if (!named.includes(folder)) report(null, `the field "${FOLDER}" says nothing of ${FOLDER}/${folder}`);
  }
  return list.flatMap((one, index) => {
    const within = { fields, report, lineOf: (path: FieldPath) => lineOf([FOLDER, index, ...path]) };
    return readPart(lesson, files, one, within) ?? [];
  });
}

interface Within {
  readonly fields: FrontMatter;
  readonly report: Report;
  /** the line of a field of this part */
  readonly lineOf: (path: FieldPath) => number;
}

function readPart(
  { id, number }: Pick<Lesson, 'id' | 'number'>,
  files: Files,
  part: PublishedFields,
  { fields, report, lineOf }: Within,
): Published | null {
  const reportAt: ReportAt = (path, message) => report(lineOf(path), message);
  const measures = measuresOf(part, fields, reportAt);
  const { schedule = fields.schedule, search, verdict } = part;
  checkMeasures({ measures }, ([, index, ...path], message) => {
    // The part's own stand behind those of the lesson.
    const own = Number(index) - (measures.length - part.measures.length);
    reportAt(own < 0 ? ['expect'] : ['measures', own, ...path], message);
  });
  checkClaims(part, measures, reportAt);
  if (verdict !== undefined) checkVerdict({ measures, verdict }, reportAt);
  checkSearch({ schedule, search }, reportAt);

  const sides = sidesOf(part, part.entry ?? fields.entry, files, { reportAt, report });
  if (sides === null) return null;
  const scheduled = schedule !== undefined;
  const varied = { folder: FOLDER, variations: part.variations, sides, measures, scheduled };
  const reportVaried: ReportAt = (path, message) => reportAt(['variations', ...path], message);
  const prose = proseOf(part, reportAt);
  return {
    id: `${id}.${part.part}`,
    within: id,
    part: part.part,
    number,
    title: part.title,
    summary: part.title,
    short: fields.short,
    probes: fields.probes,
    packages: fields.packages,
    views: fields.views,
    schedule,
    search,
    measures,
    verdict,
    ends: part.ends,
    entries: part.begins.map(({ entry }) => entry),
    begins: part.begins.map(({ entry, broken, fixed }) => ({
      entry,
      ends: { broken: broken ?? null, fixed: fixed ?? null },
    })),
    prints: part.prints,
    sides,
    variations: readVaried(files, { ...varied, reportAt: reportVaried }, report),
    steps: [],
    published: [],
    elsewhere: part.elsewhere,
    happens: part.happens.map((one, index) => happening(one, index, measures, reportAt)),
    ...prose,
  };
}

/** Each side is measured, something is said of what was published, and nothing is listed twice. */
function checkClaims(part: PublishedFields, measures: Measures, reportAt: ReportAt): void {
  for (const side of SIDES) {
    if (measures.some(({ expect }) => expect[side] !== undefined)) continue;
    reportAt(['expect'], `say what the side "${side}" must measure, so that it is tested`);
  }
  if (!part.happens.some(({ side }) => side === 'broken')) {
    reportAt(['happens'], 'say what happens on the side "broken" as well: that is what was published');
  }
  findTwice(part.begins.map(({ entry }) => entry)).forEach((index) =>
    reportAt(['begins', index, 'entry'], 'this way to begin is listed twice'),
  );
  for (const [at, { rows }] of part.elsewhere.entries()) {
    findTwice(rows.map(({ on }) => on)).forEach((index) =>
      reportAt(['elsewhere', at, 'rows', index, 'on'], 'this version is listed twice'),
    );
  }
  findTwice(part.elsewhere.map(({ measured, where }) => `${measured} ${where}`)).forEach((index) =>
    reportAt(
      ['elsewhere', index, 'measured'],
      'put what was measured on the same day and place into one table',
    ),
  );
}

/** Where a text stands that stood before. */
function findTwice(texts: readonly string[]): number[] {
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [index] : []));
}

/** Those of the lesson's that the part expects something of, and its own. */
function measuresOf(
  { expect, measures: own }: PublishedFields,
  { measures }: FrontMatter,
  reportAt: ReportAt,
): Measures {
  for (const id of Object.keys(expect)) {
    if (!measures.some((measure) => measure.id === id)) {
      const ids = measures.map((measure) => measure.id);
      reportAt(['expect', id], `the lesson has no measure "${id}"; it has: ${ids.join(', ')}`);
    }
  }
  const shared = measures.flatMap((measure) => {
    const bounds = Object.hasOwn(expect, measure.id) ? expect[measure.id] : undefined;
    return bounds === undefined ? [] : [{ ...measure, expect: bounds }];
  });
  return [...shared, ...own];
}

function sidesOf(
  part: PublishedFields,
  entry: string,
  files: Files,
  { reportAt, report }: { readonly reportAt: ReportAt; readonly report: Report },
): Published['sides'] | null {
  const read = (side: SideName, folder: string) => {
    const asked: Asked = {
      entry,
      entries: part.begins.map((one) => one.entry),
      highlight: part.highlight[side] ?? [],
      reportAt: (field, index, message) => {
        const path = {
          entry: ['entry'],
          entries: ['begins', index, 'entry'],
          highlight: ['highlight', side, index],
        };
        reportAt(path[field], message);
      },
    };
    return readProgram(`${FOLDER}/${folder}`, files, asked, report);
  };
  const [broken, fixed] = [read('broken', part.part), read('fixed', part.instead)];
  return broken && fixed ? { broken, fixed } : null;
}

const PROSE = ['said', 'why', 'better'] as const;

function proseOf(part: PublishedFields, reportAt: ReportAt): Record<(typeof PROSE)[number], Block[]> {
  const variations = new Set(part.variations.map(({ id }) => id));
  const blocks = (field: (typeof PROSE)[number]): Block[] => {
    const report: Report = (_line, message) => reportAt([field], message);
    return toBlocks(fromMarkdown(part[field]).children, { variations, report });
  };
  return { said: blocks('said'), why: blocks('why'), better: blocks('better') };
}

function happening(
  { side, measures: bounds, prints, ends, words }: PublishedFields['happens'][number],
  index: number,
  measures: Measures,
  reportAt: ReportAt,
): Happening {
  const at = (field: string): FieldPath => ['happens', index, field];
  const ids = measures.map(({ id }) => id);
  for (const id of Object.keys(bounds)) {
    if (!ids.includes(id))
      reportAt(at('measures'), `there is no measure "${id}" here; there are: ${ids.join(', ')}`);
  }
  if (Object.keys(bounds).length === 0 && prints.length === 0 && ends === undefined) {
    reportAt(at('words'), 'say when this is true: give it "measures", "prints" or "ends"');
  }
  for (const placeholder of placeholdersOf(words)) {
    if (!ids.includes(placeholder))
      reportAt(at('words'), `{${placeholder}} means nothing here; there are: ${ids.join(', ')}`);
  }
  if (hasStrayBrace(words)) reportAt(at('words'), 'a brace is left over: a figure looks like {elapsed}');
  const inlines = inlineOf(words, (message) => reportAt(at('words'), message));
  return { side, measures: bounds, prints, ends: ends ?? null, words: inlines };
}

/** One paragraph. */
function inlineOf(text: string, reportProblem: (message: string) => void): Inline[] {
  const [paragraph, stray] = fromMarkdown(text).children;
  if (paragraph?.type !== 'paragraph' || stray !== undefined) {
    reportProblem('write one paragraph of plain sentences');
    return [];
  }
  return toInlines(paragraph.children, {
    report: (_line, message) => reportProblem(message),
    variations: new Set(),
  });
}
