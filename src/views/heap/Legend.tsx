/** The legend: what the lines and signs of the heap stand for. */
import { heapWords as words } from '../../messages/en.ts';
import { Legend } from '../shared/Legend.tsx';
import type { ViewInput } from '../view.ts';
import { layOut } from './layout.ts';

const NO_BOX = { width: 0, height: 0 };

export function HeapLegend({ input: { picture, other, horizon } }: { readonly input: ViewInput }) {
  const { classes } = layOut({ ...NO_BOX, horizon, pictures: [picture, other] });
  const drawn = classes.length > 1 ? classes : [];
  return (
    <Legend
      items={[
        ...drawn.map((label, index) => ({
          id: `class ${label}`,
          sign: <Line className={`heap-line heap-class heap-class-${index}`} />,
          label,
        })),
        { id: 'other', sign: <Line className="heap-ghost" />, label: words.other },
        { id: 'collection', sign: <Collection />, label: words.legend.collection },
      ]}
    />
  );
}

function Line({ className }: { readonly className: string }) {
  return (
    <svg width={18} height={9}>
      <path className={className} d="M0 4.5 H18" />
    </svg>
  );
}

function Collection() {
  return (
    <svg width={10} height={9}>
      <path className="heap-collection" d="M5 0 L10 9 H0 Z" />
    </svg>
  );
}
