/** A code editor: the full one when it is wanted and can be loaded, else the plain one. */
import { lazy, Suspense } from 'react';
import { messages } from '../messages/en.ts';
import { Boundary } from '../ui/Boundary.tsx';
import type { CodeProps } from './props.ts';
import { PlainCode } from './PlainCode.tsx';
import './code.css';

const MonacoCode = lazy(async () => ({ default: (await import('./MonacoCode.tsx')).MonacoCode }));

interface Props extends CodeProps {
  readonly kind: 'full' | 'plain';
}

export function Code({ kind, ...code }: Props) {
  // Each file gets a field of its own: Undo must not bring another file's text into it.
  const plain = <PlainCode key={code.path} {...code} />;
  if (kind === 'plain') return <div className="code">{plain}</div>;
  return (
    <div className="code">
      <Boundary
        instead={
          <>
            <output className="code-note">{messages.editor.fallback}</output>
            {plain}
          </>
        }
      >
        <Suspense fallback={plain}>
          <MonacoCode {...code} />
        </Suspense>
      </Boundary>
    </div>
  );
}
