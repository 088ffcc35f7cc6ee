/** The legend: what the boxes and signs stand for. Shows only what the picture holds. */
import type { ReactNode } from 'react';
import { views } from '../../messages/en.ts';
import { Legend } from '../shared/Legend.tsx';
import type { Sign } from './model/signs.ts';

const words = views.threads.legend;

/** Each in a field of 14 by 10, as the canvas draws it. */
const SHAPES: Record<Sign, ReactNode> = {
  running: <rect x="0.5" y="0.5" width="13" height="9" rx="2.5" className="threads-sign-box" />,
  ready: <path d="M0 5h14" className="threads-sign-line" />,
  waiting: (
    <>
      <path d="M-1 6 4 1M1 9 9 1M6 9l8-8M11 9l4-4" className="threads-sign-hatch" />
    </>
  ),
  read: <circle cx="7" cy="5" r="3.4" className="threads-sign-ring" />,
  wrote: <circle cx="7" cy="5" r="4.2" className="threads-sign-full" />,
  acquired: <rect x="3.2" y="1.2" width="7.6" height="7.6" className="threads-sign-full" />,
  released: <rect x="3.8" y="1.8" width="6.4" height="6.4" className="threads-sign-ring" />,
  queue: <path d="M0 6.5h6v-3h8v5H0z" className="threads-sign-queue" />,
  lost: (
    <>
      <circle cx="7" cy="5" r="4.8" className="threads-sign-bad" />
      <path d="m5 3 4 4M9 3 5 7" className="threads-sign-cut" />
    </>
  ),
  stale: (
    <>
      <path d="M7-.4 12.4 5 7 10.4 1.6 5z" className="threads-sign-bad" />
      <path d="M7 2.4v3M7 7.6v.1" className="threads-sign-cut" />
    </>
  ),
  half: (
    <>
      <circle cx="7" cy="5" r="4" className="threads-sign-bad-ring" />
      <path d="M7 1a4 4 0 0 0 0 8z" className="threads-sign-bad" />
    </>
  ),
  overwrote: (
    <>
      <path d="M0 9C6 9 5 2 11 2" className="threads-sign-arc" />
      <path d="m14 2-4.4-2.4v4.8z" className="threads-sign-bad" />
    </>
  ),
};

export function ThreadsLegend({ signs }: { readonly signs: readonly Sign[] }) {
  const items = signs.map((id) => ({ id, sign: <Picture sign={id} />, label: words[id] }));
  return <Legend items={items} />;
}

function Picture({ sign }: { readonly sign: Sign }) {
  return (
    <svg className="threads-sign" viewBox="0 0 14 10" width="14" height="10" focusable="false">
      {SHAPES[sign]}
    </svg>
  );
}
