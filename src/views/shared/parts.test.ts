import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { InsightBox, InsightRoom } from './InsightBox.tsx';
import { Legend } from './Legend.tsx';
import { regionOf } from './region.ts';
import { AxisLabels, Gridlines, Playhead } from './SvgAxis.tsx';
import { timeAxis } from './timeAxis.ts';

const markup = (element: ReactElement) => renderToStaticMarkup(element);

describe('the legend', () => {
  it('has each sign with what it stands for', () => {
    const items = [
      { id: 'hold', sign: createElement('i', { className: 'sign' }), label: 'holds a connection' },
    ];
    expect(markup(createElement(Legend, { items }))).toContain(
      '<li><i class="sign"></i>holds a connection</li>',
    );
  });

  it('is opened by a button where there is little room, and has none where it is empty', () => {
    const items = [{ id: 'hold', sign: createElement('i'), label: 'holds a connection' }];
    const [, opened] = /popoverTarget="([^"]+)"/i.exec(markup(createElement(Legend, { items }))) ?? [];
    expect(markup(createElement(Legend, { items }))).toContain(`id="${opened}" popover="auto"`);
    expect(markup(createElement(Legend, { items: [] }))).not.toContain('<button');
  });
});

describe('the insight', () => {
  it('says a few words, then a sentence, in its tone', () => {
    const box = markup(createElement(InsightBox, { tone: 'bad', head: 'Two lost', rest: 'One wrote 5.' }));
    expect(box).toBe(
      '<div class="view-insight" data-tone="bad"><p><strong>Two lost</strong> One wrote 5.</p></div>',
    );
  });

  it('may say a sentence alone, or keep its room', () => {
    expect(
      markup(createElement(InsightBox, { tone: 'plain', head: null, rest: 'Nothing yet.' })),
    ).not.toContain('<strong>');
    expect(markup(createElement(InsightRoom))).toContain('class="view-insight"');
  });
});

describe('a region', () => {
  it('is within reach of the keyboard where it has a name', () => {
    expect(regionOf('Lanes')).toEqual({ tabIndex: 0, role: 'group', 'aria-label': 'Lanes' });
    expect(regionOf(null)).toEqual({});
  });
});

describe('the axis in SVG', () => {
  const axis = timeAxis({ left: 0, right: 128, until: 2_000_000 });
  const { ticks } = axis;

  it('has a line and a label at each tick', () => {
    const lines = markup(createElement(Gridlines, { ticks, top: 0, bottom: 50 }));
    const labels = markup(createElement(AxisLabels, { axis, x: 14, y: 60 }));
    for (const { x } of ticks) {
      expect(lines).toContain(`x1="${x}" x2="${x}" y1="0" y2="50"`);
      expect(labels).toContain(`x="${x}" y="60"`);
    }
  });

  it('says how much is left out before it, and leaves out the label that this would touch', () => {
    const late = timeAxis({ left: 70, right: 410, from: 730_000, until: 4_000_000 });
    const labels = markup(createElement(AxisLabels, { axis: late, x: 14, y: 60 }));
    expect(labels).toMatch(/>730\sms left out</);
    expect(labels).not.toMatch(/>1\ss</);
    expect(labels).toMatch(/>2\ss</);
  });

  it('has a playhead', () => {
    expect(markup(createElement(Playhead, { x: 64, top: 2, bottom: 48, width: 1.5 }))).toBe(
      '<line class="view-playhead" x1="64" x2="64" y1="2" y2="48" stroke-width="1.5"></line>',
    );
  });
});
