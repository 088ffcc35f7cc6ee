import { describe, expect, it } from 'vitest';
import { lessons } from '../../lesson/catalog.ts';
import type { Block, Inline } from '../../lesson/schema.ts';
import { controlCalled } from './controls.ts';

/** The bold words of prose, where they are one piece of text. */
function boldIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'paragraph':
        return boldWords(block.children);
      case 'quote':
        return boldIn(block.children);
      case 'list':
        return block.items.flatMap(boldIn);
      case 'code':
        return [];
    }
  });
}

function boldWords(words: readonly Inline[]): string[] {
  return words.flatMap((piece) => {
    const [only] = piece.kind === 'strong' ? piece.children : [];
    return only?.kind === 'text' ? [only.text] : [];
  });
}

const named = new Set(lessons.flatMap(({ steps }) => steps.flatMap(({ blocks }) => boldIn(blocks))));

describe('the controls that steps name', () => {
  it.each(['Run both', 'Reset lesson', 'Try every entry', 'Find a schedule that fails', 'Free-threaded'])(
    '%s is named by a lesson, and is known',
    (words) => {
      expect(named).toContain(words);
      expect(controlCalled(words)).not.toBeNull();
    },
  );

  it('are no other bold words', () => {
    expect(controlCalled('Nothing overlaps.')).toBeNull();
  });

  it('are called by the words that stand on them', () => {
    // A step that says only so much names nothing on the page.
    expect(named).not.toContain('Reset');
  });
});
