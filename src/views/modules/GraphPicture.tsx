/** The graph on the page: who has asked for whom by now, what state each is in, and the edge that leads back. */
import { modules as words } from '../../messages/en.ts';
import type { ViewInput } from '../view.ts';
import { graphOf, type GraphEdge } from './graph.ts';
import { MODULES, type ModuleState } from './names.ts';
import { lineAt, stateAt } from './eventSequence.ts';
import type { EventSequence } from './rows.ts';
import { MOST_LANES } from './growingSequence.ts';

interface Props {
  readonly input: ViewInput;
  readonly sequence: EventSequence;
  readonly width: number;
  /** of the room that there is */
  readonly height: number;
}

const LETTER = 6.7;
/** Room between a label and the edge of the picture. */
const MARGIN = 6;

export function GraphPicture({ input: { picture, moment }, sequence, width, height }: Props) {
  const lanes = picture.lanesBelow(MODULES).slice(0, MOST_LANES);
  // Laid out with all that is known, so that nothing moves while the playhead does.
  const graph = graphOf(sequence.drawn.imports, lanes.length, { width, height });
  return (
    <svg className="modules-graph" width={width} height={graph.height} aria-hidden="true">
      {graph.edges.map((edge) => (
        <Edge
          key={`${edge.importEdge.from} ${edge.importEdge.to}`}
          edge={edge}
          past={edge.importEdge.time <= moment}
          width={width}
        />
      ))}
      {graph.nodes.map(({ lane, x, y, width: wide }) => {
        const found = lanes[lane];
        const state = found === undefined ? null : stateAt(found, moment);
        const line = found !== undefined && state === 'initialising' ? lineAt(found, moment) : null;
        const name = found?.label ?? '';
        return (
          <g key={lane} className={`modules-node modules-node-${state ?? 'unimported'}`}>
            <title>{state === null ? name : `${name}: ${words.states[state]}`}</title>
            <rect x={x} y={y} width={wide} height={graph.nodeHeight} rx={7} />
            <text x={x + wide / 2} y={y + graph.nodeHeight / 2 + 4} textAnchor="middle">
              {labelOf(name, state, line, wide)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Edge({
  edge,
  past,
  width,
}: {
  readonly edge: GraphEdge;
  readonly past: boolean;
  readonly width: number;
}) {
  const { importEdge, path, labelX, labelY } = edge;
  const { back } = importEdge;
  const kind = back === null ? '' : back.bad ? ' modules-back' : ' modules-back modules-spared';
  const text = back?.missing ?? null;
  const fits = text !== null && labelX + text.length * LETTER < width - MARGIN;
  return (
    <g className={`modules-import${kind}${past ? '' : ' modules-later'}`}>
      <title>{importEdge.why}</title>
      <path d={path} />
      <path className="modules-head" d={headAt(edge)} />
      {text !== null && (
        <text x={fits ? labelX : width - MARGIN} y={labelY + 4} textAnchor={fits ? 'start' : 'end'}>
          {text}
        </text>
      )}
    </g>
  );
}

/** The head of an edge, as a path. */
function headAt({ endX: x, endY: y, lands }: GraphEdge): string {
  if (lands === 'right') return `M${x + 5} ${y - 3.5} L${x} ${y} L${x + 5} ${y + 3.5} Z`;
  if (lands === 'left') return `M${x - 5} ${y - 3.5} L${x} ${y} L${x - 5} ${y + 3.5} Z`;
  const back = lands === 'above' ? y - 5 : y + 5;
  return `M${x - 3.5} ${back} L${x} ${y} L${x + 3.5} ${back} Z`;
}

const SIGNS: Readonly<Record<ModuleState, string>> = {
  absent: '',
  initialising: '… ',
  ready: '✓ ',
  failed: '! ',
  removed: '✕ ',
};

function labelOf(name: string, state: ModuleState | null, line: number | null, room: number): string {
  const sign = state === null ? '' : SIGNS[state];
  const at = line === null ? '' : ` · ${words.line(line)}`;
  const letters = Math.floor((room - 6) / LETTER);
  for (const text of [`${sign}${name}${at}`, `${sign}${name}`]) if (text.length <= letters) return text;
  const short = name.slice(name.lastIndexOf('.') + 1);
  return `${sign}${short}`.length <= letters
    ? `${sign}${short}`
    : `${`${sign}${short}`.slice(0, letters - 1)}…`;
}
