/** Prose of a lesson: elements built from data, never from a string of HTML. */
import type { Block, Inline, Variation } from '../../lesson/schema.ts';
import { entries, messages } from '../../messages/en.ts';
import { useWorkspaceIfOpen } from '../../store/workspaces.ts';
import { useCommands } from '../shell/context.ts';
import { ControlName } from './ControlName.tsx';
import { ProseCode } from './ProseCode.tsx';
import { useSideName } from '../../session/sideName.ts';

export function Prose({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className="prose">
      <Blocks blocks={blocks} />
    </div>
  );
}

// Prose never changes while it is shown, so the place of a piece is as good a key as any.
function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, index) => <BlockOf key={index} block={block} />);
}

function BlockOf({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words words={block.children} />
        </p>
      );
    case 'code':
      return <ProseCode text={block.text} />;
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} />
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

/** Words within a line. */
export function Words({ words }: { readonly words: readonly Inline[] }) {
  return words.map((piece, index) => <WordsOf key={index} piece={piece} />);
}

function WordsOf({ piece }: { readonly piece: Inline }) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'code':
      return <code>{piece.text}</code>;
    case 'strong':
      return (
        <ControlName name={piece.children}>
          <Words words={piece.children} />
        </ControlName>
      );
    case 'emphasis':
      return (
        <em>
          <Words words={piece.children} />
        </em>
      );
    case 'link':
      return <Link href={piece.href} words={piece.children} />;
    case 'variation':
      return <VariationName id={piece.id} words={piece.children} />;
  }
}

/** The name of a variation, which loads it where its lesson is open. */
function VariationName({ id, words }: { readonly id: string; readonly words: readonly Inline[] }) {
  const variation = useWorkspaceIfOpen(
    ({ lesson }) => lesson.variations.find((one) => one.id === id) ?? null,
  );
  if (variation === null) return <Words words={words} />;
  return <LoadVariation variation={variation} words={words} />;
}

interface LoadProps {
  readonly variation: Variation;
  readonly words: readonly Inline[];
}

function LoadVariation({ variation, words }: LoadProps) {
  const { loadVariation } = useCommands();
  const does = entries.load(useSideName(variation.side));
  return (
    <button type="button" className="prose-load" onClick={() => loadVariation(variation)}>
      <Words words={words} />
      <span className="unseen"> ({does})</span>
    </button>
  );
}

function Link({ href, words }: { readonly href: string; readonly words: readonly Inline[] }) {
  if (!/^https?:/.test(href)) {
    return (
      <a href={href}>
        <Words words={words} />
      </a>
    );
  }
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      <Words words={words} />
      <span className="unseen"> ({messages.guide.newTab})</span>
    </a>
  );
}
