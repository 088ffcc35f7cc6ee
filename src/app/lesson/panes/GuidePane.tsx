/** The pane of the guide: the guide with the divider beside it, or folded away to a strip with the button that shows it. */
import { useRef } from 'react';
import type { Arrangement } from '../../../lesson/arrangements.ts';
import type { Lesson } from '../../../lesson/schema.ts';
import { messages } from '../../../messages/en.ts';
import { useArrangement } from '../../../store/arrangement.ts';
import { Divider } from '../../../ui/Divider.tsx';
import { Icon } from '../../../ui/Icon.tsx';
import { useCommands } from '../../shell/context.ts';
import { Guide } from '../Guide.tsx';
import { guideMoved } from './sizes.ts';

const words = messages.panes;

interface Props {
  readonly lesson: Lesson;
  readonly arrangement: Arrangement;
}

export function GuidePane({ lesson, arrangement }: Props) {
  const { foldGuide, resizePanes } = useCommands();
  const guide = useArrangement((arranged) => arranged.guide);
  const pane = useRef<HTMLDivElement>(null);
  // Above the sides it folds by its own button, and there is nothing beside it.
  if (arrangement.guide === 'above the sides') return <Guide lesson={lesson} />;
  const folded = guide === 'folded';
  return (
    <>
      <div className="guide-pane" ref={pane}>
        <button
          type="button"
          className="button quiet guide-fold"
          aria-expanded={!folded}
          aria-label={folded ? words.showGuide : words.foldGuide}
          title={folded ? words.showGuide : words.foldGuide}
          onClick={() => foldGuide(folded ? 'open' : 'folded')}
        >
          <Icon name={folded ? 'unfold' : 'fold'} />
          {folded && <span aria-hidden="true">{words.guide}</span>}
        </button>
        {!folded && <Guide lesson={lesson} />}
      </div>
      {!folded && (
        <Divider
          label={words.dividers.guide}
          title={words.dividers.title}
          between="columns"
          onMove={(by) => resizePanes({ guideWidth: guideMoved(pane.current?.offsetWidth ?? 0, by) })}
          onBack={() => resizePanes({ guideWidth: null })}
        />
      )}
    </>
  );
}
