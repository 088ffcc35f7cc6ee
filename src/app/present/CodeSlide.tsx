/** The code of one side over the whole width, or of both beside each other. */
import type { Lesson, SideName } from '../../lesson/schema.ts';
import type { Spotlight } from '../../store/presentation.ts';
import { CodePane } from '../lesson/CodePane.tsx';
import { FileBar } from '../lesson/FileBar.tsx';
import { PresentSides } from './PresentSides.tsx';

interface Props {
  readonly lesson: Lesson;
  readonly sides: readonly SideName[];
  readonly typeSize: number;
  readonly spotlight: Spotlight;
}

export function CodeSlide({ lesson, sides, typeSize, spotlight }: Props) {
  return (
    <PresentSides
      lesson={lesson}
      sides={sides}
      spotlight={spotlight}
      of={(side) => ({
        beside: <FileBar lesson={lesson} side={side} />,
        below: (
          <CodePane
            lesson={lesson}
            side={side}
            typeSize={typeSize}
            spotlight={spotlight.on === 'line' && spotlight.side === side ? spotlight.line : null}
          />
        ),
      })}
    />
  );
}
