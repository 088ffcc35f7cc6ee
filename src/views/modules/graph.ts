/** The graph: modules in rows below those that asked for them first, and an edge for each that asked for another. Pure. */
import type { ImportEdge } from './rows.ts';

const TOP = 8;
/** From one row to the next, and of that a module: as much as there is room for, within limits; in a high figure more. */
const ROW = { least: 27, most: 46, share: 0.11, tallest: 90 };
const NODE = { least: 18, most: 26, share: 0.5, tallest: 40 };
/** What a row keeps free for edges. */
const BETWEEN = 14;
const SIDE = 8;
/** Room between nodes of a row. */
const GAP = 16;
/** Room at the right for edges that lead back up, where there are any. */
const BACK_ROOM = 26;

export interface GraphNode {
  readonly lane: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GraphEdge {
  readonly importEdge: ImportEdge;
  /** an SVG path */
  readonly path: string;
  /** where its label stands */
  readonly labelX: number;
  readonly labelY: number;
  /** where it meets the module asked for, and from which side */
  readonly endX: number;
  readonly endY: number;
  readonly lands: 'above' | 'below' | 'left' | 'right';
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly height: number;
  readonly nodeHeight: number;
}

/** Lays out the modules asked for so far. `lanes`: how many there are; `height`: of the room that there is. */
export function graphOf(
  imports: readonly ImportEdge[],
  lanes: number,
  { width, height }: { readonly width: number; readonly height: number },
): Graph {
  const rows = rowsOf(imports, lanes);
  const fitting = Math.floor((height - TOP * 2 + BETWEEN) / Math.max(1, rows.length));
  const most = Math.min(ROW.tallest, Math.max(ROW.most, height * ROW.share));
  const pitch = Math.floor(Math.min(most, Math.max(ROW.least, fitting)));
  const highest = Math.min(NODE.tallest, Math.max(NODE.most, Math.round(pitch * NODE.share)));
  const nodeHeight = Math.min(highest, Math.max(NODE.least, pitch - BETWEEN));
  const numbers = new Map(rows.flatMap((members, row) => members.map((lane) => [lane, row] as const)));
  const rowOf = (lane: number) => numbers.get(lane) ?? -1;
  const upwards = imports.some(({ from, to }) => rowOf(to) < rowOf(from));
  const room = Math.max(60, width - SIDE * 2 - (upwards ? BACK_ROOM : 0));
  const nodes: GraphNode[] = [];
  for (const [row, members] of rows.entries()) {
    const each = Math.min(130, (room - GAP * (members.length - 1)) / members.length);
    const used = each * members.length + GAP * (members.length - 1);
    for (const [index, lane] of members.entries()) {
      nodes[lane] = {
        lane,
        x: SIDE + (room - used) / 2 + index * (each + GAP),
        y: TOP + row * pitch,
        height: nodeHeight,
        width: each,
      };
    }
  }
  const edges = distinct(imports).flatMap((importEdge) => {
    const [from, to] = [nodes[importEdge.from], nodes[importEdge.to]];
    return from === undefined || to === undefined || from === to ? [] : [edgeOf(importEdge, from, to)];
  });
  return {
    nodes: nodes.filter(Boolean),
    edges,
    height: TOP * 2 + (Math.max(1, rows.length) - 1) * pitch + nodeHeight,
    nodeHeight,
  };
}

/** One for each pair of modules; a back edge before any other. */
function distinct(imports: readonly ImportEdge[]): readonly ImportEdge[] {
  const byPair = new Map<string, ImportEdge>();
  for (const importEdge of imports) {
    const pair = `${importEdge.from} ${importEdge.to}`;
    const known = byPair.get(pair);
    if (known === undefined || (importEdge.back !== null && known.back?.bad !== true))
      byPair.set(pair, importEdge);
  }
  return [...byPair.values()];
}

/** Who asked first stands above: a module is in the row below that of its first importer. */
function rowsOf(imports: readonly ImportEdge[], lanes: number): readonly (readonly number[])[] {
  const rowOf = new Map<number, number>();
  for (const { from, to } of imports) {
    if (!rowOf.has(from)) rowOf.set(from, 0);
    if (!rowOf.has(to)) rowOf.set(to, (rowOf.get(from) ?? 0) + 1);
  }
  if (rowOf.size === 0 && lanes > 0) rowOf.set(0, 0);
  const rows: number[][] = [];
  for (const [lane, row] of rowOf) (rows[row] ??= []).push(lane);
  return rows;
}

function edgeOf(importEdge: ImportEdge, from: GraphNode, to: GraphNode): GraphEdge {
  if (to.y > from.y) {
    const [x1, y1] = [from.x + from.width / 2, from.y + from.height];
    const [x2, y2] = [to.x + to.width / 2, to.y - 2];
    const path = `M${x1} ${y1} C${x1} ${y1 + 12} ${x2} ${y2 - 12} ${x2} ${y2}`;
    return {
      importEdge,
      path,
      labelX: (x1 + x2) / 2,
      labelY: (y1 + y2) / 2,
      endX: x2,
      endY: y2,
      lands: 'above',
    };
  }
  if (to.y === from.y) {
    // To the next one: straight across. To one further off: below those between.
    const gap = from.x > to.x ? from.x - to.x - to.width : to.x - from.x - from.width;
    if (gap <= GAP + 1) {
      const y = from.y + from.height / 2;
      const [start, end] = from.x > to.x ? [from.x, to.x + to.width + 1] : [from.x + from.width, to.x - 1];
      const lands = from.x > to.x ? 'right' : 'left';
      return {
        importEdge,
        path: `M${start} ${y} H${end}`,
        labelX: start,
        labelY: y - 12,
        endX: end,
        endY: y,
        lands,
      };
    }
    const [x1, x2, y] = [from.x + from.width / 2, to.x + to.width / 2, from.y + from.height];
    const path = `M${x1} ${y} C${x1} ${y + 14} ${x2} ${y + 14} ${x2} ${y + 4}`;
    return { importEdge, path, labelX: (x1 + x2) / 2, labelY: y + 14, endX: x2, endY: y + 1, lands: 'below' };
  }
  // Back up: around the right side, where nothing else runs.
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x + to.width + 2, to.y + to.height / 2];
  const bow = Math.max(x1, x2) + 22;
  const path = `M${x1} ${y1} C${bow} ${y1} ${bow} ${y2} ${x2} ${y2}`;
  return { importEdge, path, labelX: bow - 2, labelY: (y1 + y2) / 2, endX: x2, endY: y2, lands: 'right' };
}
