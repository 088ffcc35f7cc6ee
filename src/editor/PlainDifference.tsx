/** How two texts differ, as a list of lines in words: for touch screens, narrow ones, and as a fallback. */
import { useImperativeHandle, useRef } from 'react';
import { changedParts, diffLines, type DiffLine } from '../base/lineDiff.ts';
import { messages } from '../messages/en.ts';
import type { DifferenceProps } from './differenceProps.ts';

const words = messages.compare;
const SIGNS = { both: ' ', left: '−', right: '+' } as const;

export function PlainDifference({ left, right, ref }: DifferenceProps) {
  const list = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    go(direction) {
      const parts = [...(list.current?.querySelectorAll<HTMLElement>('.difference-part') ?? [])];
      const at = parts.findIndex((part) => part === document.activeElement);
      const next = direction === 'next' ? at + 1 : at < 0 ? parts.length - 1 : at - 1;
      const part = parts.at(next % parts.length);
      part?.scrollIntoView({ block: 'center' });
      part?.focus();
    },
  }));
  const parts = changedParts(diffLines(left.text, right.text), 3);
  return (
    <div className="difference-list" ref={list}>
      {parts.map((part, index) => (
        <ol
          key={index}
          className="difference-part"
          tabIndex={-1}
          aria-label={words.part(index + 1, parts.length)}
        >
          {part.map((line) => (
            <Line key={`${line.left} ${line.right}`} line={line} left={left.label} right={right.label} />
          ))}
        </ol>
      ))}
    </div>
  );
}

function Line({ line, left, right }: { line: DiffLine; left: string; right: string }) {
  const only = line.in === 'both' ? null : line.in === 'left' ? left : right;
  return (
    <li className="difference-line" data-in={line.in}>
      <span className="difference-number" aria-hidden="true">
        {line.left ?? line.right}
      </span>
      <span className="difference-sign" aria-hidden="true">
        {SIGNS[line.in]}
      </span>
      {only !== null && <span className="unseen">{words.only(only, line.left ?? line.right ?? 0)} </span>}
      <code>{line.text}</code>
    </li>
  );
}
