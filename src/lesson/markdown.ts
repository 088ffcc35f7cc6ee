/** Turns parsed Markdown into the prose that the page can draw, and refuses in words what it cannot. */
import type { Heading, Link, List, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Report } from './problem.ts';
import type { Block, Inline } from './schema.ts';

/** Where a link may lead: a page of the web, or another page of this site. */
const LINK = /^(https:\/\/|#\/)/;
/** What a link to a variation begins with. */
const VARIATION = 'variation:';

/** How lessons are read: whom to tell of problems, and to which variations a link may lead; null when that is unknown. */
export interface Reading {
  readonly report: Report;
  readonly variations: ReadonlySet<string> | null;
}

const REFUSED: Partial<Record<Nodes['type'], string>> = {
  html: 'raw HTML is not allowed: write it in Markdown, and put code between backticks',
  image: 'pictures are not supported in prose: the views of the lesson are its pictures',
  imageReference: 'pictures are not supported in prose: the views of the lesson are its pictures',
  break: 'a forced line break is not kept: begin a new paragraph instead',
  thematicBreak: 'a line across the page is not supported: begin a new step with a ## heading',
  definition: 'links by reference are not supported: write [words](https://address)',
  linkReference: 'links by reference are not supported: write [words](https://address)',
  heading: 'only "## Title of a step" and "### Question" are headings of a lesson',
};

function refuse(node: Nodes, report: Report): void {
  report(
    lineOf(node),
    REFUSED[node.type] ?? `this kind of Markdown (${node.type}) is not supported in lessons`,
  );
}

/** The line on which a node begins, within the text that was parsed. */
export function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** A heading and what stands below it. */
export interface Section {
  readonly heading: Heading;
  readonly nodes: readonly RootContent[];
}

/** What stands below each heading of a depth, and what stands before the first. */
export function sectionsAt(
  depth: Heading['depth'],
  nodes: readonly RootContent[],
): { readonly before: readonly RootContent[]; readonly sections: readonly Section[] } {
  const before: RootContent[] = [];
  const sections: { heading: Heading; nodes: RootContent[] }[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === depth) sections.push({ heading: node, nodes: [] });
    else (sections.at(-1)?.nodes ?? before).push(node);
  }
  return { before, sections };
}

/** What cannot be drawn is reported and left out. */
export function toBlocks(nodes: readonly RootContent[], reading: Reading): Block[] {
  return nodes.flatMap((node) => toBlock(node, reading) ?? []);
}

function toBlock(node: RootContent, reading: Reading): Block | null {
  if (node.type === 'paragraph') return { kind: 'paragraph', children: toInlines(node.children, reading) };
  if (node.type === 'list') return toList(node, reading);
  if (node.type === 'code') return { kind: 'code', text: node.value };
  if (node.type === 'blockquote') return { kind: 'quote', children: toBlocks(node.children, reading) };
  refuse(node, reading.report);
  return null;
}

function toList(node: List, reading: Reading): Block {
  const items = node.children.map((item) => toBlocks(item.children, reading));
  return { kind: 'list', ordered: node.ordered === true, items };
}

export function toInlines(nodes: readonly PhrasingContent[], reading: Reading): Inline[] {
  return nodes.flatMap((node) => toInline(node, reading) ?? []);
}

function toInline(node: PhrasingContent, reading: Reading): Inline | null {
  // The line ends of the file are the author's, not the reader's.
  if (node.type === 'text') return { kind: 'text', text: node.value.replaceAll('\n', ' ') };
  if (node.type === 'inlineCode') return { kind: 'code', text: node.value };
  if (node.type === 'strong' || node.type === 'emphasis') {
    return { kind: node.type, children: toInlines(node.children, reading) };
  }
  if (node.type === 'link') return toLink(node, reading);
  refuse(node, reading.report);
  return null;
}

function toLink(node: Link, reading: Reading): Inline {
  const { report, variations } = reading;
  const children = toInlines(node.children, reading);
  if (node.url.startsWith(VARIATION)) {
    const id = node.url.slice(VARIATION.length);
    if (variations?.has(id) === false) report(lineOf(node), `there is no variation "${id}" to be loaded`);
    return { kind: 'variation', id, children };
  }
  if (!LINK.test(node.url)) {
    const targets = 'to https://..., to #/another-lesson or to variation:its-id';
    report(lineOf(node), `a link leads ${targets}, not to "${node.url}"`);
  }
  return { kind: 'link', href: node.url, children };
}

/** The bare words of some prose, for where only words can stand. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => ('text' in inline ? inline.text : plainText(inline.children)))
    .join('')
    .trim();
}
