/** The legend: what the bars and signs of the timeline stand for. Shows only what the picture holds. */
import { views } from '../../messages/en.ts';
import { Legend } from '../shared/Legend.tsx';

const words = views.timeline.legend;
export type Sign = keyof typeof words;

export function TimelineLegend({ signs }: { readonly signs: readonly Sign[] }) {
  const items = signs.map((id) => ({
    id,
    sign: <i className={`timeline-sign timeline-sign-${id}`} />,
    label: words[id],
  }));
  return <Legend items={items} />;
}
