/** The band below the lines: what the memory comes to, in a sentence. */
import type { Account } from './summary.ts';
import { taleOf } from './insight.ts';

export function TaleBand({ account }: { readonly account: Account }) {
  const { kind, what, why } = taleOf(account);
  return (
    <p className={`heap-tale heap-tale-${kind}`}>
      <strong>{what}</strong> {why}
    </p>
  );
}
