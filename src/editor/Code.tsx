/** A code editor: the full one when it is wanted and can be loaded, else the plain one. */
import { lazy, Suspense } from 'react';
import { messages } from '../messages/en.ts';
import { Boundary } from '../ui/Boundary.tsx';
import type { CodeProps } from './props.ts';
import { useTabKey } from './useTabKey.ts';
import { PlainCode } from './PlainCode.tsx';
import './code.css';

const MonacoCode = lazy(async () => ({ default: (await import('./MonacoCode.tsx')).MonacoCode }));

interface Props extends Omit<CodeProps, 'tabIndents'> {
  readonly kind: 'full' | 'plain';
}

export function Code({ kind, ...given }: Props) {
  const { tabIndents, edited, ...listeners } = useTabKey();
  const edit = (text: string) => {
    edited();
    given.onEdit(text);
  };
  const code: CodeProps = { ...given, onEdit: edit, tabIndents };
  // Each file gets a field of its own: Undo must not bring another file's text into it.
  const plain = <PlainCode key={code.path} {...code} />;
  const hint = (
    <span className="code-tab" aria-hidden="true">
      {tabIndents ? messages.editor.tabIndents : messages.editor.tabMovesOn}
    </span>
  );
  if (kind === 'plain') {
    return (
      <div className="code" {...listeners}>
        {plain}
        {hint}
      </div>
    );
  }
  return (
    <div className="code" {...listeners}>
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
      {hint}
    </div>
  );
}
