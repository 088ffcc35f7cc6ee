/** The sides on a slide, beside each other: name and mark of each, and below them what is shown of it. Dimmed while the other has the spotlight. */
import type { ReactNode } from 'react';
import { isPublished, type Lesson, type SideName } from '../../lesson/schema.ts';
import { sideName } from '../../session/sideName.ts';
import type { Spotlight } from '../../store/presentation.ts';
import { Icon } from '../../ui/Icon.tsx';
import '../lesson/side.css';

interface Props {
  readonly lesson: Lesson;
  readonly sides: readonly SideName[];
  readonly spotlight: Spotlight;
  readonly of: (side: SideName) => Shown;
}

/** What is shown of a side. */
interface Shown {
  /** stands beside the name: the files, or the figures */
  readonly beside: ReactNode;
  readonly below: ReactNode;
}

export function PresentSides({ sides, ...about }: Props) {
  return (
    <div className="present-sides">
      {sides.map((side) => (
        <PresentSide key={side} side={side} {...about} />
      ))}
    </div>
  );
}

function PresentSide({ lesson, side, spotlight, of }: Omit<Props, 'sides'> & { readonly side: SideName }) {
  const { beside, below } = of(side);
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
      {below}
    </section>
  );
}
