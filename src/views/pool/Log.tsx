/** The SQL log: what was said on the connections, up to the moment. Its lines are made when someone opens it. */
import { labelWords, pool as words } from '../../messages/en.ts';
import { useState } from 'react';
import { formatDuration } from '../../base/format.ts';
import type { ViewInput } from '../view.ts';
import { logUntil } from './log.ts';

export function Log({ picture, moment }: Pick<ViewInput, 'picture' | 'moment'>) {
  const [open, setOpen] = useState(false);
  const { lines, count } = logUntil(picture, moment);
  return (
    <details className="pool-log" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.log.title(count)}</summary>
      {open && (
        <section className="pool-log-box" aria-label={words.log.title(count)} tabIndex={0}>
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
        </section>
      )}
    </details>
  );
}
