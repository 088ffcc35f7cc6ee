/** Draws a sketch. It is hidden from assistive technology: whoever shows it says in words what it is. */
import type { SideName } from '../../lesson/schema.ts';
import type { Bar, Point, Sketch } from './sketch.ts';
import './sketch.css';

const WIDTH = 300;
const HEIGHT = 88;
/** The share of the height that lines have where there are rows as well. */
const LINES_SHARE = 0.45;
const GAP = 3;
const THICKEST = 22;
/** A bar is seen however short it was. */
const SHORTEST = 2;
const INSET = 3;

interface Props {
  readonly sketch: Sketch;
  readonly side: SideName;
}

export function SketchPicture({ sketch: { rows, lines }, side }: Props) {
  const forLines = lines.length === 0 ? 0 : rows.length === 0 ? HEIGHT : HEIGHT * LINES_SHARE;
  const pitch = Math.min((HEIGHT - forLines) / Math.max(rows.length, 1), THICKEST + GAP);
  return (
    <svg
      className="sketch"
      data-side={side}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {lines.map((line, index) => (
        <g key={index}>
          <path className="sketch-whole" d={`${pathOf(line, forLines)}V${forLines}H${startOf(line)}Z`} />
          <path className="sketch-line" d={pathOf(line, forLines)} />
        </g>
      ))}
      {rows.map((bars, row) => (
        <g key={row} transform={`translate(0 ${forLines + row * pitch})`}>
          {bars.map((bar, index) => (
            <BarShape key={index} bar={bar} height={Math.max(pitch - GAP, 2)} />
          ))}
        </g>
      ))}
    </svg>
  );
}

/** A bad ending has a cut at its end as well as another colour. */
function BarShape({ bar: { from, to, kind }, height }: { readonly bar: Bar; readonly height: number }) {
  const x = from * WIDTH;
  const width = Math.max((to - from) * WIDTH, SHORTEST);
  return (
    <>
      <rect className={`sketch-${kind}`} x={x} y={0} width={width} height={height} rx={1.5} />
      {kind === 'bad' && (
        <rect className="sketch-cut" x={x + width - 3} y={-1} width={3} height={height + 2} />
      )}
    </>
  );
}

function pathOf(line: readonly Point[], height: number): string {
  const y = (level: number) => round(height - INSET - level * (height - 2 * INSET));
  const [first, ...rest] = line;
  if (first === undefined) return 'M0 0';
  const steps = rest.map(({ at, level }) => `H${round(at * WIDTH)}V${y(level)}`);
  return `M${round(first.at * WIDTH)} ${y(first.level)}${steps.join('')}`;
}

function startOf([first]: readonly Point[]): number {
  return round((first?.at ?? 0) * WIDTH);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
