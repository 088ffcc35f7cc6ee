/** The pictures of a side: the views that the lesson names, and below them what the program printed. */
import type { Lesson, SideName } from '../../lesson/schema.ts';
import { viewCalled } from '../../views/register.ts';
import type { View } from '../../views/view.ts';
import { useViewInput } from '../viewInput.ts';

/** Every side ends with its output, so a lesson need not name it. */
const OUTPUT = 'output';

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

export function Output({ side }: { readonly side: SideName }) {
  return (
    <div className="side-output">
      <PictureOf view={viewCalled(OUTPUT)} side={side} />
    </div>
  );
}

function PictureOf({ view, side }: { readonly view: View | null; readonly side: SideName }) {
  const input = useViewInput(side);
  return view === null ? null : <view.Paint {...input} />;
}
