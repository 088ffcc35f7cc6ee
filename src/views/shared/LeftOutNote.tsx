/** Says under a picture how much of the run was counted instead of drawn. Nothing where all of it is drawn. */
import { views } from '../../messages/en.ts';
import { leftOutWords } from './leftOutWords.ts';
import type { ViewInput } from '../view.ts';
import './legend.css';

export function LeftOutNote({ input }: { readonly input: ViewInput }) {
  const [words] = leftOutWords(input);
  return words === undefined ? null : (
    <p className="view-left-out" title={views.leftOutWhy}>
      {words}
    </p>
  );
}
