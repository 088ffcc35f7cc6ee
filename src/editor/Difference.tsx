/** How two texts of Python differ: in the full editor where it is wanted and can be loaded, else as a list of lines. */
import { lazy } from 'react';
import type { DifferenceProps } from './differenceProps.ts';
import { FullOrPlain } from './FullOrPlain.tsx';
import { PlainDifference } from './PlainDifference.tsx';
import { inTurn } from './turn.ts';
import './difference.css';

const MonacoDifference = lazy(async () => ({
  default: (await inTurn(() => import('./MonacoDifference.tsx'))).MonacoDifference,
}));

export function Difference({ kind, ...texts }: DifferenceProps & { readonly kind: 'full' | 'plain' }) {
  const plain = <PlainDifference {...texts} />;
  if (kind === 'plain') return <div className="difference">{plain}</div>;
  return (
    <div className="difference">
      <FullOrPlain full={<MonacoDifference {...texts} />} plain={plain} />
    </div>
  );
}
