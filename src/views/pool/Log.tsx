/** The SQL log: what was said on the connections, up to the moment. */
import { formatDuration } from '../../base/format.ts';
import { labelWords, pool as words } from '../../messages/en.ts';
import type { ViewInput } from '../view.ts';
import { logUntil } from './log.ts';

export function Log({ picture, moment }: ViewInput) {
  const { lines, count } = logUntil(picture, moment);
  return (
    <div className="pool-log">
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
    </div>
  );
}
