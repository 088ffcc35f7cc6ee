/** A code editor: the full one when it is wanted and can be loaded, else the plain one. */
import { lazy, Suspense, useId } from 'react';
import { messages } from '../messages/en.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { lineWords } from './lineWords.ts';
import type { CodeProps } from './props.ts';
import { PlainCode } from './PlainCode.tsx';
import './code.css';

const MonacoCode = lazy(async () => ({ default: (await import('./MonacoCode.tsx')).MonacoCode }));

interface Props extends Omit<CodeProps, 'describedBy'> {
  readonly kind: 'full' | 'plain';
}

export function Code({ kind, ...props }: Props) {
  const description = useId();
  const code = { ...props, describedBy: description };
  const words = (
    <span id={description} className="unseen">
      {lineWords(props.marks, props.notes)}
    </span>
  );
  // Each file gets a field of its own: Undo must not bring another file's text into it.
  const plain = <PlainCode key={code.path} {...code} />;
  if (kind === 'plain') {
    return (
      <div className="code">
        {words}
        {plain}
      </div>
    );
  }
  return (
    <div className="code">
      {words}
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
