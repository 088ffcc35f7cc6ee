/** The band below the lines: what the memory comes to, in a sentence. */
import type { Summary } from './summary.ts';
import { insightOf } from './insight.ts';

export function InsightBand({ summary }: { readonly summary: Summary }) {
  const { kind, what, why } = insightOf(summary);
  return (
    <p className={`heap-insight heap-insight-${kind}`}>
      <strong>{what}</strong> {why}
    </p>
  );
}
