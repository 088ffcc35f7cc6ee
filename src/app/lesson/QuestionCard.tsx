/** A question of a step: native radio buttons, and words about the answer once one is chosen. */
import { useEffect, useId, useRef } from 'react';
import type { Question } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from '../shell/context.ts';

const words = messages.guide;

export function QuestionCard({ question, step }: { readonly question: Question; readonly step: number }) {
  const name = useId();
  const chosen = useWorkspace((workspace) => workspace.answers[step]);
  const { answer } = useCommands();
  const reply = useReplyInView(chosen);
  const picked = chosen === undefined ? undefined : question.answers[chosen];
  return (
    <fieldset className="question">
      <legend>{question.ask}</legend>
      {question.answers.map(({ text }, index) => (
        <label key={index}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => answer(step, index)} />
          <span>{text}</span>
        </label>
      ))}
      <output className="question-reply" ref={reply}>
        {picked !== undefined && (
          <span data-right={picked.right}>
            <Icon name={picked.right ? 'tick' : 'cross'} />
            <span>
              <strong>{picked.right ? words.right : words.wrong}</strong> {picked.why}
            </span>
          </span>
        )}
      </output>
    </fieldset>
  );
}

/** What is said of an answer often stands below the fold: once one is chosen it comes into view. */
function useReplyInView(chosen: number | undefined) {
  const reply = useRef<HTMLOutputElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current === chosen) return;
    before.current = chosen;
    reply.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return reply;
}
