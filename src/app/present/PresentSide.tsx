/** A side on a slide: its name and mark, and below them what is shown of it. Dimmed while the other has the spotlight. */
import type { ReactNode } from 'react';
import { isPublished, type Lesson, type SideName } from '../../lesson/schema.ts';
import { sideName } from '../../session/sideName.ts';
import type { Spotlight } from '../../store/presentation.ts';
import { Icon } from '../../ui/Icon.tsx';
import '../lesson/side.css';

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
  readonly spotlight: Spotlight;
  /** stands beside the name: the files, or the figures */
  readonly beside: ReactNode;
  readonly children: ReactNode;
}

export function PresentSide({ lesson, side, spotlight, beside, children }: Props) {
  const name = sideName(lesson, side);
  const elsewhere = (spotlight.on === 'side' || spotlight.on === 'line') && spotlight.side !== side;
  return (
    <section
      className={`present-side side-${side}`}
      aria-label={name}
      data-lit={elsewhere ? 'elsewhere' : 'here'}
    >
      <div className="present-side-head">
        {!isPublished(lesson) && (
          <span className="glyph">
            <Icon name={side === 'broken' ? 'fault' : 'line'} />
          </span>
        )}
        <h2>{name}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
