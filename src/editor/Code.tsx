/** A code editor: the full one when it is wanted and can be loaded, else the plain one. */
import { lazy, useId } from 'react';
import { messages } from '../messages/en.ts';
import { FullOrPlain } from './FullOrPlain.tsx';
import { lineWords } from './lineWords.ts';
import type { CodeProps } from './props.ts';
import { useTabKey } from './useTabKey.ts';
import { PlainCode } from './PlainCode.tsx';
import { inTurn } from './turn.ts';
import './code.css';

const MonacoCode = lazy(async () => ({
  default: (await inTurn(() => import('./MonacoCode.tsx'))).MonacoCode,
}));

interface Props extends Omit<CodeProps, 'describedBy' | 'tabIndents'> {
  readonly kind: 'full' | 'plain';
}

export function Code({ kind, ...given }: Props) {
  const description = useId();
  const { tabIndents, edited, ...listeners } = useTabKey();
  const edit = (text: string) => {
    edited();
    given.onEdit(text);
  };
  const code: CodeProps = { ...given, onEdit: edit, tabIndents, describedBy: description };
  const tabNote = tabIndents ? messages.editor.tabIndents : messages.editor.tabMovesOn;
  const words = (
    <>
      <span id={description} className="unseen">
        {lineWords(given.marks, given.notes)} {tabNote}
      </span>
      <span className="code-tab" aria-hidden="true">
        {tabNote}
      </span>
    </>
  );
  // Each file gets a field of its own: Undo must not bring another file's text into it.
  const plain = <PlainCode key={code.path} {...code} />;
  if (kind === 'plain') {
    return (
      <div className="code" {...listeners}>
        {words}
        {plain}
      </div>
    );
  }
  return (
    <div className="code" {...listeners}>
      {words}
      <FullOrPlain full={<MonacoCode {...code} />} plain={plain} />
    </div>
  );
}
