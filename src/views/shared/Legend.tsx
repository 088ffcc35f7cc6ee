/** The legend of a picture: its signs, and what they stand for. What they are like, the view knows. */
import type { ReactNode } from 'react';
import './legend.css';

interface LegendItem {
  readonly id: string;
  readonly sign: ReactNode;
  readonly label: string;
}

/** A screen reader finds the same in the table. */
export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className="view-legend" aria-hidden="true">
      {items.map(({ id, sign, label }) => (
        <li key={id}>
          {sign}
          {label}
        </li>
      ))}
    </ul>
  );
}
