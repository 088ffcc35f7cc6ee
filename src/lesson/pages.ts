/** Divides prose into pages that fit a projector in large type. By estimate: the page makes the rest fit. Pure. */
import type { Block, Inline } from './schema.ts';

/** Of a page in large type: characters to a line, and lines. */
const LINE = 74;
const PAGE = 14;
/** What belongs together may be longer, and a page that would leave so little over: it is then drawn smaller. */
const STRETCHED = 20;
const LITTLE = 3.5;

/** At least one page, unless there is no prose. What belongs together stays together where it fits. */
export function pagesOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const pages: Block[][] = [];
  let left = 0;
  const units = unitsOf(blocks.flatMap(byItem));
  for (const [index, unit] of units.entries()) {
    const lines = heightOf(unit);
    const page = pages.at(-1);
    const isLast = index === units.length - 1;
    const room = isLast && lines <= LITTLE ? left + STRETCHED - PAGE : left;
    if (page !== undefined && lines <= room) {
      page.push(...unit);
      left -= lines;
    } else {
      pages.push([...unit]);
      left = PAGE - lines;
    }
  }
  return pages.map(joined);
}

/** Code and lists go with the paragraph that leads to them. */
function unitsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const units: Block[][] = [];
  for (const block of blocks) {
    const before = units.at(-1);
    const leads = before?.length === 1 && before[0]?.kind === 'paragraph' && block.kind !== 'paragraph';
    if (leads && heightOf([...before, block]) <= STRETCHED) before.push(block);
    else units.push([block]);
  }
  return units;
}

/** A list without numbers may go on on the next page. */
function byItem(block: Block): readonly Block[] {
  if (block.kind !== 'list' || block.ordered) return [block];
  return block.items.map((item) => ({ ...block, items: [item] }));
}

function joined(blocks: readonly Block[]): readonly Block[] {
  return blocks.reduce<readonly Block[]>((page, block) => {
    const last = page.at(-1);
    if (last?.kind !== 'list' || block.kind !== 'list' || last.ordered || block.ordered)
      return [...page, block];
    return [...page.slice(0, -1), { ...last, items: [...last.items, ...block.items] }];
  }, []);
}

function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((lines, block) => lines + linesOf(block), 0);
}

/** With the space after it. */
function linesOf(block: Block): number {
  switch (block.kind) {
    case 'paragraph':
      return Math.ceil(lengthOf(block.children) / LINE) + 0.5;
    case 'code':
      return block.text.split('\n').length * 0.9 + 1;
    case 'quote':
      return heightOf(block.children);
    case 'list':
      return block.items.reduce((lines, item) => lines + heightOf(item), 0);
  }
}

function lengthOf(words: readonly Inline[]): number {
  return words.reduce(
    (length, piece) => length + ('text' in piece ? piece.text.length : lengthOf(piece.children)),
    0,
  );
}
