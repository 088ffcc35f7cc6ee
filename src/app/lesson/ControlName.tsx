/** Bold words of a step. Where they are the words of a control, pressing them shows where it is. */
import type { ReactNode } from 'react';
import { guidance } from '../../messages/en.ts';
import type { Inline } from '../../lesson/schema.ts';
import { controlCalled, showControl } from './controls.ts';
import { useCommandsIfLive } from '../shell/context.ts';
import { useInGuide } from './inGuide.ts';

interface Props {
  readonly name: readonly Inline[];
  /** the same, drawn */
  readonly children: ReactNode;
}

export function ControlName({ name, children }: Props) {
  const inGuide = useInGuide();
  const live = useCommandsIfLive() !== null;
  const [only] = name;
  const control = only?.kind === 'text' && name.length === 1 ? controlCalled(only.text) : null;
  if (!inGuide || control === null) return <strong>{children}</strong>;
  return (
    <button type="button" className="prose-control" disabled={!live} onClick={() => showControl(control)}>
      {children}
      <span className="unseen"> ({guidance.showControl})</span>
    </button>
  );
}
