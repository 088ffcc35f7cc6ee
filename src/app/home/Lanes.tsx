/** The picture of the home page: waits in a row above, the same waits together below. Decoration only. */

const COUNT = 6;
const rows = Array.from({ length: COUNT }, (_, row) => row);

export function Lanes() {
  return (
    <svg className="lanes" viewBox="0 0 420 190" aria-hidden="true" focusable="false">
      {[0, 70, 140, 210, 280, 350, 420].map((x) => (
        <line key={x} x1={x} x2={x} y1="0" y2="190" />
      ))}
      {rows.map((row) => (
        <g key={row} className="lanes-broken">
          <rect className="lanes-wait" x={row * 66} y={4 + row * 14} width="66" height="9" rx="2" />
          <rect x={row * 66} y={4 + row * 14} width="3" height="9" rx="1" />
        </g>
      ))}
      {rows.map((row) => (
        <g key={row} className="lanes-fixed">
          <rect className="lanes-wait" x="0" y={104 + row * 14} width="68" height="9" rx="2" />
          <rect x="0" y={104 + row * 14} width="3" height="9" rx="1" />
          <rect x="65" y={104 + row * 14} width="3" height="9" rx="1" />
        </g>
      ))}
    </svg>
  );
}
