/** The heap in words and as a table. */
import { formatBytes, formatCount } from '../../base/format.ts';
import { heapWords as words, quoteNames } from '../../messages/en.ts';
import type { Description, ViewInput } from '../view.ts';
import { wherever } from '../shared/wherever.ts';
import { summaryOf, type Summary, type Amount } from './summary.ts';
import { insightOf } from './insight.ts';

/** How many classes the summary lists one by one. */
const MOST_LISTED = 3;

/** What the program held at the moment, for those who do not see the picture. */
export function describeHeap({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>): Description {
  const summary = summaryOf(picture, moment);
  const table = { caption: words.caption(moment), columns: words.columns };
  if (summary.traced === null) return { summary: words.empty, table: { ...table, rows: [] } };
  return { summary: sentences(summary).join(' '), table: { ...table, rows: rows(summary) } };
}

function sentences(summary: Summary): string[] {
  const { classes, collections, freed, growth, chains } = summary;
  const where = wherever(growth.map(({ place }) => place));
  const [most] = growth;
  const [chain] = chains;
  const insight = insightOf(summary);
  return [
    words.traced(summary.traced?.now ?? 0),
    ...classes.slice(0, MOST_LISTED).map(({ now, label }) => words.alive(now, label)),
    ...(classes.length > MOST_LISTED ? [words.moreClasses(classes.length - MOST_LISTED)] : []),
    words.collector(collections, freed),
    ...(summary.collectorOff ? [words.off] : []),
    ...(most === undefined ? [] : [words.grew(where(most.place), most.bytes, most.blocks)]),
    ...(summary.ended ? [insight.what, insight.why] : []),
    ...(chain === undefined ? [] : [words.chain.spoken(chain.label, chain.steps.map(quoteNames))]),
  ];
}

function rows(summary: Summary): string[][] {
  const { traced, classes, containers, growth, chains, late } = summary;
  const where = wherever(growth.map(({ place }) => place));
  const held = new Map(chains.map(({ label, steps }) => [label, steps.map(quoteNames)]));
  return [
    [words.rows.traced, formatBytes(traced?.now ?? 0), formatBytes(traced?.peak ?? 0), words.rows.nothing],
    ...classes.map((each) => {
      const steps = held.get(each.label);
      return row(words.rows.class(each.label), each, steps === undefined ? '' : words.rows.held(steps));
    }),
    ...containers.map((each) => row(words.rows.container(each.label), each, '')),
    [
      words.rows.collections,
      formatCount(summary.collections),
      words.rows.nothing,
      words.rows.freed(summary.freed),
    ],
    ...late.map(({ label, count }) => [
      words.rows.late(label),
      formatCount(count),
      words.rows.nothing,
      words.rows.nothing,
    ]),
    ...growth.map(({ place, bytes, blocks }) => [
      words.rows.growth(where(place)),
      formatBytes(bytes),
      words.rows.nothing,
      words.rows.growthMore(blocks),
    ]),
  ];
}

function row(name: string, { now, peak }: Amount, more: string): string[] {
  return [name, formatCount(now), formatCount(peak), more === '' ? words.rows.nothing : more];
}
