/** The box of an insight under a picture: what matters most, in a few words, then in a sentence, then what belongs to it. */
import type { ReactNode } from 'react';
import type { Tone } from '../../trace/vocabulary.ts';
import './insight.css';

interface InsightBoxProps {
  readonly tone: Tone;
  /** in a few words; null for none */
  readonly head: string | null;
  readonly rest: string;
  readonly children?: ReactNode;
}

export function InsightBox({ tone, head, rest, children }: InsightBoxProps) {
  return (
    <div className="view-insight" data-tone={tone}>
      <p>
        {head !== null && <strong>{head}</strong>} {rest}
      </p>
      {children}
    </div>
  );
}

/** Where there is an insight later, its room is kept: the page does not jump while the playhead moves. */
export function InsightRoom() {
  return <div className="view-insight" data-tone="plain" />;
}
