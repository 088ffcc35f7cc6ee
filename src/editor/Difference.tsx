/** How two texts of Python differ: in the full editor where it is wanted and can be loaded, else as a list of lines. */
import { lazy, Suspense } from 'react';
import { messages } from '../messages/en.ts';
import { Boundary } from '../ui/Boundary.tsx';
import type { DifferenceProps } from './differenceProps.ts';
import { PlainDifference } from './PlainDifference.tsx';
import './difference.css';

const MonacoDifference = lazy(async () => ({
  default: (await import('./MonacoDifference.tsx')).MonacoDifference,
}));

export function Difference({ kind, ...texts }: DifferenceProps & { readonly kind: 'full' | 'plain' }) {
  const plain = <PlainDifference {...texts} />;
  if (kind === 'plain') return <div className="difference">{plain}</div>;
  return (
    <div className="difference">
      <Boundary
        instead={
          <>
            <output className="code-note">{messages.editor.fallback}</output>
            {plain}
          </>
        }
      >
        <Suspense fallback={plain}>
          <MonacoDifference {...texts} />
        </Suspense>
      </Boundary>
    </div>
  );
}
