/** The picture of one side over the whole width, or of both beside each other, with the figures and the last words of the run. */
import type { Lesson, SideName } from '../../lesson/schema.ts';
import type { Spotlight } from '../../store/presentation.ts';
import { LitLane } from '../../views/shared/LaneSpotlight.tsx';
import { Counters } from '../lesson/Counters.tsx';
import { Pictures } from '../lesson/Pictures.tsx';
import { Fitted } from './Fitted.tsx';
import { LastWords } from './LastWords.tsx';
import { PresentSides } from './PresentSides.tsx';

interface Props {
  readonly lesson: Lesson;
  readonly sides: readonly SideName[];
  readonly zoom: number;
  readonly spotlight: Spotlight;
}

export function PictureSlide({ lesson, sides, zoom, spotlight }: Props) {
  return (
    <LitLane value={spotlight.on === 'lane' ? spotlight.lane : null}>
      {/* Both together: what is drawn to one scale is not zoomed to two. */}
      <Fitted className="present-picture" most={zoom}>
        <PresentSides
          lesson={lesson}
          sides={sides}
          spotlight={spotlight}
          of={(side) => ({
            beside: <Counters lesson={lesson} side={side} />,
            below: (
              <>
                <Pictures lesson={lesson} side={side} />
                <LastWords side={side} />
              </>
            ),
          })}
        />
      </Fitted>
    </LitLane>
  );
}
