/** Reads the front matter of `lesson.md`: splits it off, parses the YAML and checks it against its schema. */
import * as v from 'valibot';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { Report } from './problem.ts';
import { FrontMatterSchema, type FrontMatter } from './schema.ts';

/** `lesson.md` in its two halves, each with the line of the file on which it begins. */
interface Halves {
  readonly yaml: string;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const FENCE = '---';

/** Null, with a problem reported, when the file does not begin with front matter between two lines of `---`. */
export function splitFrontMatter(text: string, report: Report): Halves | null {
  const lines = text.split('\n');
  const end = lines.indexOf(FENCE, 1);
  if (lines[0] !== FENCE || end === -1) {
    report(1, 'begin the file with front matter: a line of ---, the fields in YAML, and a line of ---');
    return null;
  }
  return {
    yaml: lines.slice(1, end).join('\n'),
    yamlLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}

/** A place in the front matter: `['measures', 0, 'id']`. */
export type FieldPath = readonly (string | number)[];

interface Checked<Fields> {
  readonly fields: Fields;
  /** the line of the file on which a field stands; the nearest field around it when it is absent */
  readonly lineOf: (path: FieldPath) => number;
}

/** The fields of a lesson. */
export type CheckedFrontMatter = Checked<FrontMatter>;

/** Null, with every problem reported, when the YAML or a field is wrong. */
export function readFrontMatter(halves: Halves, report: Report): CheckedFrontMatter | null {
  return readFields(FrontMatterSchema, halves, report);
}

/** The same for fields of another shape. */
export function readFields<Schema extends v.GenericSchema>(
  schema: Schema,
  { yaml, yamlLine }: Halves,
  report: Report,
): Checked<v.InferOutput<Schema>> | null {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const lineAt = (offset: number): number => counter.linePos(offset).line + yamlLine - 1;
  if (document.errors.length > 0) {
    for (const error of document.errors) report(lineAt(error.pos[0]), `not valid YAML: ${error.message}`);
    return null;
  }

  const lineOf = (path: FieldPath): number => lineAt(offsetOf(document, path));
  const parsed = v.safeParse(schema, document.toJS() ?? {});
  if (parsed.success) return { fields: parsed.output, lineOf };
  for (const issue of parsed.issues) {
    const path = pathOf(issue);
    report(lineOf(path), explain(issue, path));
  }
  return null;
}

function offsetOf(document: Document, path: FieldPath): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

type Issue = v.BaseIssue<unknown>;

function pathOf(issue: Issue): FieldPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

/** The schema library's issue in the words of an author. */
function explain(issue: Issue, path: FieldPath): string {
  const field = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  const name = field.replace(/^\./, '');
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return `"${name}" is not a field that is known here; is it misspelt?`;
  }
  if (issue.received === 'undefined') return `"${name}" is missing`;
  if (issue.kind === 'validation') return `"${name}": ${issue.message}`;
  return `"${name}" should be ${issue.expected ?? 'something else'}, not ${issue.received}`;
}
