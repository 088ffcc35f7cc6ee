/** The legend: what the lines and signs of the heap stand for. */
import { heapWords as words } from '../../messages/en.ts';
import type { ViewInput } from '../view.ts';
import { layOut } from './layout.ts';

const NO_BOX = { width: 0, height: 0 };

export function Legend({ input: { picture, other, horizon } }: { readonly input: ViewInput }) {
  const { classes } = layOut({ ...NO_BOX, horizon, pictures: [picture, other] });
  return (
    <ul className="view-legend" aria-hidden="true">
      {(classes.length > 1 ? classes : []).map((label, index) => (
        <Sign key={label} className={`heap-line heap-class heap-class-${index}`} says={label} />
      ))}
      <Sign className="heap-ghost" says={words.other} />
      <li>
        <svg width={10} height={9}>
          <path className="heap-collection" d="M5 0 L10 9 H0 Z" />
        </svg>
        {words.legend.collection}
      </li>
    </ul>
  );
}

function Sign({ className, says }: { readonly className: string; readonly says: string }) {
  return (
    <li>
      <svg width={18} height={9}>
        <path className={className} d="M0 4.5 H18" />
      </svg>
      {says}
    </li>
  );
}
