/** The legend of a picture: its signs, and what they stand for. What they are like, the view knows. */
import { useId, type ReactNode } from 'react';
import { views } from '../../messages/en.ts';
import { useOfSide } from '../../ui/ofSide.ts';
import './legend.css';

interface LegendItem {
  readonly id: string;
  readonly sign: ReactNode;
  readonly label: string;
}

/** Where the picture has little room, a button opens it. A screen reader finds the same in the table. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  const id = useId();
  const ofSide = useOfSide();
  return (
    <>
      {items.length > 0 && (
        <button type="button" className="button view-key" aria-label={ofSide(views.key)} popoverTarget={id}>
          {views.key}
        </button>
      )}
      <ul className="view-legend" id={id} popover="auto">
        {items.map(({ id: sign, sign: drawn, label }) => (
          <li key={sign}>
            {drawn}
            {label}
          </li>
        ))}
      </ul>
    </>
  );
}
