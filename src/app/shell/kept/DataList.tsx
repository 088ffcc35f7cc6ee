/** What is kept, or what a file holds, as a list in words. */
import { lessonById } from '../../../lesson/catalog.ts';
import { messages } from '../../../messages/en.ts';
import { sideName } from '../../../session/sideName.ts';
import type { DataSummary } from '../../../session/yourData.ts';

const words = messages.yourData;

export function DataList({ data }: { readonly data: DataSummary }) {
  const { drafts, visits, runs, preferences, progress, others } = data;
  const items = [
    ...(drafts.length > 0 ? [words.drafts(namesOfDrafts(drafts))] : []),
    ...(visits > 0 ? [words.visits(visits)] : []),
    ...(runs > 0 ? [words.runs(runs)] : []),
    ...(preferences ? [words.preferences] : []),
    ...(progress ? [words.progress] : []),
    ...(others > 0 ? [words.others(others)] : []),
  ];
  if (items.length === 0) return <p>{words.nothing}</p>;
  return (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

/** Each file once, however many versions of it there are. */
export function namesOfDrafts(drafts: DataSummary['drafts']): string[] {
  const names = drafts.map(({ lesson, side, file }) => {
    const known = lessonById(lesson);
    return words.draft(file, sideName(known, side), known?.title ?? lesson);
  });
  return [...new Set(names)];
}

/** What values are by their names in storage, each kind once. */
export function namesOfValues(names: readonly string[]): string[] {
  const { visits, preferences, progress, others } = words.importing.names;
  const kinds = names.map((name) => {
    if (name.startsWith('visits/')) return visits;
    if (name === 'progress') return progress;
    return name === 'preferences' ? preferences : others;
  });
  return [...new Set(kinds)];
}
