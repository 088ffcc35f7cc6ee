/** The table that says what a picture shows. */
import { LongText } from '../../ui/LongText.tsx';
import { views } from '../../messages/en.ts';
import type { Description } from '../view.ts';
import './table.css';

/** More rows than this help nobody and cost the page. */
const MOST_ROWS = 500;
/** Of a cell; the rest of it is behind a button. Characters. */
const CELL = 200;

export function DescribedTable({ table }: { readonly table: Description['table'] }) {
  return (
    <div className="view-table">
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, MOST_ROWS).map((cells, row) => (
            <Row key={row} cells={cells} columns={table.columns} />
          ))}
        </tbody>
      </table>
      {table.rows.length > MOST_ROWS && <p>{views.moreRows(table.rows.length - MOST_ROWS)}</p>}
    </div>
  );
}

function Row({ cells, columns }: { readonly cells: readonly string[]; readonly columns: readonly string[] }) {
  return (
    <tr>
      {cells.map((cell, index) =>
        index === 0 ? (
          <th key={columns[index]} scope="row">
            <LongText text={cell} most={CELL} />
          </th>
        ) : (
          <td key={columns[index]}>
            <LongText text={cell} most={CELL} />
          </td>
        ),
      )}
    </tr>
  );
}
