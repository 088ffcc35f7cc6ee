/** Facts in the wire form, as the interpreter sends them. For tests. */
import { FACTS, type FactKind, type FieldsOf } from '../trace/facts.ts';

/** One fact as a text: `fact('read', { variable: 'counter', value: '41' })`. */
export function fact<K extends FactKind>(kind: K, fields: FieldsOf<K>): string {
  const values = new Map<string, unknown>(Object.entries(fields));
  const parts = Object.keys(FACTS[kind]).flatMap((name) => partsOf(values.get(name)));
  return `\u001F${[kind, ...parts].join('\u001F')}`;
}

function partsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (value === null) return ['\u0000'];
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  throw new TypeError('A fact that is made of facts is written out.');
}
