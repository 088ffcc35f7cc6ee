/** The legend: what the bars and signs of the timeline stand for. Shows only what the picture holds. */
import { views } from '../../messages/en.ts';

const words = views.timeline.legend;
export type Sign = keyof typeof words;

export function Legend({ signs }: { readonly signs: readonly Sign[] }) {
  return (
    <ul className="view-legend" aria-hidden="true">
      {signs.map((sign) => (
        <li key={sign}>
          <i className={`timeline-sign timeline-sign-${sign}`} />
          {words[sign]}
        </li>
      ))}
    </ul>
  );
}
