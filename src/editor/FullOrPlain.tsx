/** The full editor once it is here; until then, and where it cannot be loaded, the plain one in its place. */
import { Suspense, type ReactNode } from 'react';
import { messages } from '../messages/en.ts';
import { Boundary } from '../ui/Boundary.tsx';

interface Props {
  readonly full: ReactNode;
  readonly plain: ReactNode;
}

export function FullOrPlain({ full, plain }: Props) {
  return (
    <Boundary
      instead={
        <>
          <output className="code-note">{messages.editor.fallback}</output>
          {plain}
        </>
      }
    >
      <Suspense fallback={plain}>{full}</Suspense>
    </Boundary>
  );
}
