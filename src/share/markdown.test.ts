/** Text as Markdown: whatever stands in it, it reads as it is. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { codeBlock, inlineCode, plainWords } from './markdown.ts';

describe('Markdown', () => {
  it.each(['print(1)\n', '"""\n```python\nprint(1)\n```\n"""\n', '````', ''])('holds %j as code', (text) => {
    const [block, ...others] = fromMarkdown(codeBlock(text, 'python')).children;
    expect(block).toMatchObject({ type: 'code', lang: 'python', value: text.replace(/\n$/, '') });
    expect(others).toEqual([]);
  });

  it.each(['main.py', 'a ` b', '`', '``x'])('holds %j as code within a line', (text) => {
    const [paragraph] = fromMarkdown(inlineCode(text)).children;
    expect(paragraph).toMatchObject({ children: [{ type: 'inlineCode', value: text }] });
  });

  it.each(['a *b* c', '[x](y) <b>', '# no title', '1 < 2 | 3_4_5 `code`', 'back \\ slash'])(
    'holds %j as words',
    (text) => {
      const [paragraph] = fromMarkdown(plainWords(text)).children;
      expect(paragraph).toMatchObject({ type: 'paragraph', children: [{ type: 'text', value: text }] });
    },
  );
});
