/** The pictures of a side: the views that the lesson names, each with its sentence. */
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { viewCalled } from '../../views/register.ts';
import type { View } from '../../views/view.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { Failed } from '../shell/Failed.tsx';
import { useViewInput } from './viewInput.ts';

/** Every side ends with its output, so a lesson need not name it. */
export const OUTPUT = 'output';

interface Props {
  readonly lesson: Lesson;
  readonly side: SideName;
}

export function Pictures({ lesson, side }: Props) {
  const named = lesson.views.filter((id) => id !== OUTPUT);
  return (
    <div className="pictures">
      {named.map((id) => (
        <PictureOf key={id} view={viewCalled(id)} side={side} />
      ))}
    </div>
  );
}

/** One view of a side. What cannot be drawn says so. */
export function PictureOf({ view, side }: { readonly view: View | null; readonly side: SideName }) {
  const input = useViewInput(side);
  if (view === null) return null;
  return (
    <Boundary until={input.picture} instead={<Failed what="picture" />}>
      <view.Paint {...input} />
    </Boundary>
  );
}
