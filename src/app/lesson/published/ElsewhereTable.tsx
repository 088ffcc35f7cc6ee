/** What other versions did with a published program: a table with the day and the place of the measurement. */
import type { Elsewhere } from '../../../lesson/published.ts';
import { messages } from '../../../messages/en.ts';

const words = messages.published;

export function ElsewhereTable({ elsewhere: { measured, where, rows } }: { readonly elsewhere: Elsewhere }) {
  return (
    <div className="published-elsewhere">
      <table>
        <caption>{words.measured(dayOf(measured), where)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.on}</th>
            <th scope="col">{words.columns.what}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ on, what }) => (
            <tr key={on}>
              <th scope="row">{on}</th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `22 November 2026`, from `2026-11-22`. */
function dayOf(date: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}
