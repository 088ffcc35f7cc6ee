/** The band below the lines: what the memory comes to, in a sentence. */
import { InsightBox } from '../shared/InsightBox.tsx';
import type { Summary } from './summary.ts';
import { insightOf } from './insight.ts';

const TONES = { running: 'plain', leak: 'bad', late: 'note', clean: 'good' } as const;

export function InsightBand({ summary }: { readonly summary: Summary }) {
  const { kind, what, why } = insightOf(summary);
  return <InsightBox tone={TONES[kind]} head={what} rest={why} />;
}
