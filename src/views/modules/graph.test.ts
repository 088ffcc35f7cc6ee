/** The graph of modules: rows below those that asked first, and how edges lead between them. */
import { describe, expect, it } from 'vitest';
import { graphOf } from './graph.ts';
import type { ImportEdge } from './rows.ts';

const WIDTH = 400;
const BOX = { width: WIDTH, height: 400 };

/** A module asks for another; `bad` makes it a back edge. */
function ask(from: number, to: number, bad: boolean | null = null): ImportEdge {
  const back = { time: 1, sentence: '', bad: bad === true, names: [], missing: null, bound: null };
  return { time: 1, from, to, why: 'import', place: null, back: bad === null ? null : back };
}

function laid(asks: readonly ImportEdge[], lanes: number, width = WIDTH) {
  const graph = graphOf(asks, lanes, { width, height: 400 });
  const node = (lane: number) => {
    const found = graph.nodes.find((one) => one.lane === lane);
    if (found === undefined) throw new Error(`there is no node ${lane}`);
    return found;
  };
  return { ...graph, node };
}

describe('the rows of the graph', () => {
  it('and modules are higher in a high figure', () => {
    const [low, high] = [260, 800].map((height) => graphOf([ask(0, 1)], 2, { width: 300, height }));
    expect(high?.nodeHeight).toBeGreaterThan(low?.nodeHeight ?? 0);
    expect(high?.height).toBeGreaterThan(low?.height ?? 0);
  });

  it('hold the first module alone while nobody has asked', () => {
    expect(graphOf([], 3, BOX).nodes.map(({ lane }) => lane)).toEqual([0]);
    expect(graphOf([], 0, BOX).nodes).toEqual([]);
  });

  it('put a module below the one that asked for it first', () => {
    const { node } = laid([ask(0, 1), ask(1, 2), ask(0, 2)], 3);
    expect(node(1).y).toBeGreaterThan(node(0).y);
    expect(node(2).y - node(1).y).toBe(node(1).y - node(0).y);
  });

  it('put two that one asked for beside each other, within the figure', () => {
    const { node } = laid([ask(0, 1), ask(0, 2)], 3);
    expect(node(1).y).toBe(node(2).y);
    expect(node(1).x + node(1).width).toBeLessThan(node(2).x);
    expect(node(2).x + node(2).width).toBeLessThanOrEqual(WIDTH);
  });

  it('stand in the middle, and are no wider than they need', () => {
    const { node } = laid([ask(0, 1)], 2);
    expect(node(0).width).toBe(130);
    expect(node(0).x + node(0).width / 2).toBe(WIDTH / 2);
  });

  it('share the width where there are many', () => {
    const many = Array.from({ length: 8 }, (_, index) => ask(0, index + 1));
    const { nodes } = laid(many, 9);
    const last = nodes.at(-1);
    expect(nodes.slice(1).every(({ width }) => width < 50)).toBe(true);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(WIDTH - 8);
  });

  it('make the figure as high as they are', () => {
    const heights = [[], [ask(0, 1)], [ask(0, 1), ask(1, 2)]].map((asks) => graphOf(asks, 3, BOX).height);
    const [one = 0, two = 0, three = 0] = heights;
    expect(one).toBe(26 + 16);
    expect(two - one).toBe(three - two);
  });

  it('come closer together where there is less room, and so do not scroll', () => {
    const asks = [ask(0, 1), ask(1, 2)];
    for (const height of [140, 120, 100]) {
      expect(graphOf(asks, 3, { width: WIDTH, height }).height).toBeLessThanOrEqual(height);
    }
  });
});

describe('an edge', () => {
  it('down lands above the module that is asked for', () => {
    const { node, edges } = laid([ask(0, 1)], 2);
    expect(edges).toMatchObject([{ lands: 'above', endX: node(1).x + 65, endY: node(1).y - 2 }]);
  });

  it('back up goes around the right side, for which there is room', () => {
    const { node, edges } = laid([ask(0, 1), ask(1, 0, true)], 2);
    const back = edges.find((edge) => edge.importEdge.from === 1);
    expect(back).toMatchObject({ lands: 'right', endX: node(0).x + node(0).width + 2 });
    expect(back?.labelX).toBeGreaterThan(node(0).x + node(0).width);
    expect(node(0).x).toBeLessThan(laid([ask(0, 1)], 2).node(0).x);
  });

  it('to the next one of a row goes straight across, either way', () => {
    const asks = [ask(0, 1), ask(0, 2)];
    const across = laid([...asks, ask(1, 2)], 3);
    expect(across.edges.at(-1)).toMatchObject({ lands: 'left', endX: across.node(2).x - 1 });
    const { node, edges } = laid([...asks, ask(2, 1)], 3);
    expect(edges.at(-1)).toMatchObject({ lands: 'right', endX: node(1).x + node(1).width + 1 });
    expect(edges.at(-1)?.path).toMatch(/^M[\d.]+ ([\d.]+) H[\d.]+$/);
  });

  it('to one further off in a row goes below those between', () => {
    const { node, edges } = laid([ask(0, 1), ask(0, 2), ask(0, 3), ask(1, 3)], 4);
    expect(edges.at(-1)).toMatchObject({ lands: 'below', endY: node(3).y + node(3).height + 1 });
  });

  it('of a module to itself is not drawn', () => {
    expect(laid([ask(0, 1), ask(1, 1)], 2).edges).toHaveLength(1);
  });
});

describe('several asks of one pair', () => {
  it('are one edge, and a back edge rather than any other', () => {
    const back = ask(0, 1, false);
    expect(laid([ask(0, 1), back, ask(0, 1)], 2).edges.map((edge) => edge.importEdge)).toEqual([back]);
  });

  it('are the one that went wrong, if any did', () => {
    const [bad, later] = [ask(0, 1, true), ask(0, 1, false)];
    const { edges } = laid([bad, later], 2);
    expect(edges[0]?.importEdge).toBe(bad);
    expect(laid([later, bad], 2).edges[0]?.importEdge).toBe(bad);
  });

  it('go either way, each with an edge of its own', () => {
    expect(laid([ask(0, 1), ask(1, 0, true)], 2).edges).toHaveLength(2);
  });
});
