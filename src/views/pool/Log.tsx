/** The SQL log: what was said on the connections, up to the moment. */
import { formatDuration } from '../../base/format.ts';
import { labelWords, pool as words } from '../../messages/en.ts';
import { Disclosure } from '../shared/Disclosure.tsx';
import type { ViewInput } from '../view.ts';
import { logUntil } from './log.ts';

export function Log({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>) {
  const { lines, count } = logUntil(picture, moment);
  const title = words.log.title(count);
  return (
    <Disclosure className="pool-log" title={title} label={title}>
      {count === 0 && <p>{words.log.empty}</p>}
      {count > lines.length && <p>{words.log.cut(lines.length)}</p>}
      <ol>
        {lines.map(({ mark, connection }) => (
          <li key={mark.time} data-tone={mark.tone}>
            <span>{formatDuration(mark.time)}</span>
            <span>{connection}</span>
            <code>{labelWords(mark.name)}</code>
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
