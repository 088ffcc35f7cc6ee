/** Facts in the wire form, as the interpreter sends them. For tests. */
import { FACTS, type FactKind, type FieldsOf } from '../trace/facts.ts';

/** One fact as a text: `fact('read', { variable: 'counter', value: '41' })`. */
export function fact<K extends FactKind>(kind: K, fields: FieldsOf<K>): string {
  const values = new Map<string, unknown>(Object.entries(fields));
  return `\u001F${[kind, ...Object.keys(FACTS[kind]).flatMap((name) => partsOf(values.get(name)))].join('\u001F')}`;
}

function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return [value === null ? '\u0000' : String(value)];
}
