/** The recordings, fetched once the page is drawn: nothing of the first screen waits for them. */
import { useEffect, useState } from 'react';
import type { recordedRuns } from '../../lesson/recorded.ts';

export type Recordings =
  | { readonly kind: 'coming' }
  | { readonly kind: 'here'; readonly of: typeof recordedRuns }
  /** without a network, for example: then the page is as good without them */
  | { readonly kind: 'absent' };

export function useRecordings(): Recordings {
  const [recordings, setRecordings] = useState<Recordings>({ kind: 'coming' });
  useEffect(() => {
    let shown = true;
    import('../../lesson/recorded.ts').then(
      (recorded) => shown && setRecordings({ kind: 'here', of: recorded.recordedRuns }),
      () => shown && setRecordings({ kind: 'absent' }),
    );
    return () => {
      shown = false;
    };
  }, []);
  return recordings;
}
