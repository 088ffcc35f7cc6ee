/** The HTML of a frame: what it names, and what it allows. */
import { describe, expect, it } from 'vitest';
import { embedHtml } from './embedHtml.ts';

const html = embedHtml({ address: 'https://host/?a=1&b=2#/threads/AbC', title: 'Faultline: "a" < b' });

describe('the HTML of a frame', () => {
  it('leads to the address, and has a title', () => {
    expect(html).toContain('src="https://host/?a=1&amp;b=2#/threads/AbC"');
    expect(html).toContain('title="Faultline: &quot;a&quot; &lt; b"');
  });

  it('is one frame, without a script and without features of the browser', () => {
    expect(html.match(/<[a-z/]+/g)).toEqual(['<iframe', '</iframe']);
    expect(html).not.toMatch(/ allow=|allowfullscreen|allow-forms|allow-top-navigation|allow-downloads/);
  });
});
