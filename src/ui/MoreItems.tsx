/** The first items of a long list, and a button that shows some more: a page of thousands answers late. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { messages } from '../messages/en.ts';
import './longText.css';

const words = messages.longText;

/** Items at first, and with each press. */
const STEP = 50;

/** How many items of a list show, and the button for more; null where all of them do. */
export function useMore(count: number): { readonly shown: number; readonly button: ReactNode } {
  const [most, setMost] = useState(STEP);
  const shown = Math.min(most, count);
  const left = count - shown;
  if (left === 0) return { shown, button: null };
  const button = (
    <button type="button" className="button quiet show-all" onClick={() => setMost(most + STEP)}>
      {words.showMore(Math.min(STEP, left), left)}
    </button>
  );
  return { shown, button };
}

interface Props {
  readonly label: string;
  readonly className?: string;
  readonly count: number;
  /** what stands in the item of this number */
  readonly renderItem: (index: number) => ReactNode;
}

export function MoreItems({ label, className, count, renderItem }: Props) {
  const { shown, button } = useMore(count);
  return (
    <>
      <ul className={className} aria-label={label}>
        {Array.from({ length: shown }, (_, index) => (
          <li key={index}>{renderItem(index)}</li>
        ))}
      </ul>
      {button !== null && <p>{button}</p>}
    </>
  );
}
