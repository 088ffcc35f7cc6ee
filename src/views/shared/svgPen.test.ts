/** The pen that writes an SVG: each call becomes the shape that a canvas would show. */
import { describe, expect, it } from 'vitest';
import { SvgPath } from './svgPath.ts';
import { SvgPen } from './svgPen.ts';

/** Each letter is five wide. */
const measuring = {
  font: '',
  measureText: (text: string): TextMetrics => ({ ...ZERO, width: text.length * 5 }),
};
const ZERO = {
  width: 0,
  actualBoundingBoxAscent: 0,
  actualBoundingBoxDescent: 0,
  actualBoundingBoxLeft: 0,
  actualBoundingBoxRight: 0,
  alphabeticBaseline: 0,
  emHeightAscent: 0,
  emHeightDescent: 0,
  fontBoundingBoxAscent: 0,
  fontBoundingBoxDescent: 0,
  hangingBaseline: 0,
  ideographicBaseline: 0,
};

function drawn(draw: (pen: SvgPen) => void): string {
  const pen = new SvgPen(measuring, 'p-');
  draw(pen);
  return pen.picture(100, 50);
}

describe('a picture drawn as SVG', () => {
  it('is a document of its size', () => {
    expect(drawn(() => {})).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50" viewBox="0 0 100 50"/>',
    );
  });

  it('has areas and lines in their colours, and as faint as they were', () => {
    const svg = drawn((pen) => {
      pen.fillStyle = 'red';
      pen.globalAlpha = 0.25;
      pen.fillRect(1, 2, 3.456, 4);
      pen.globalAlpha = 1;
      pen.beginPath();
      pen.moveTo(0, 0);
      pen.lineTo(5, 5);
      pen.setLineDash([2, 1]);
      pen.lineWidth = 1.5;
      pen.stroke();
    });
    expect(svg).toContain('<path d="M1 2h3.46v4h-3.46Z" fill="red" opacity="0.25"/>');
    expect(svg).toContain(
      '<path d="M0 0L5 5" fill="none" stroke="#000" stroke-width="1.5" stroke-dasharray="2 1"/>',
    );
  });

  it('has words where they stood, as wide as they were, whatever they hold', () => {
    const svg = drawn((pen) => {
      pen.font = '500 10px Inter';
      pen.textAlign = 'right';
      pen.textBaseline = 'middle';
      pen.fillText('a < b & "c"\u001f', 9, 8);
    });
    expect(svg).toContain(
      'x="9" y="8" style="font:500 10px Inter;white-space:pre" text-anchor="end" dominant-baseline="central" textLength="60"',
    );
    expect(svg).toContain('>a &lt; b &amp; &quot;c&quot;\ufffd</text>');
  });

  it('keeps what it draws within what it was clipped to, until that is over', () => {
    const svg = drawn((pen) => {
      pen.save();
      pen.beginPath();
      pen.rect(0, 0, 10, 10);
      pen.clip();
      pen.fillStyle = 'blue';
      pen.fillRect(0, 0, 20, 20);
      pen.restore();
      pen.fillRect(1, 1, 2, 2);
    });
    expect(svg).toContain('<clipPath id="p-clip-0"><path d="M0 0h10v10h-10Z"/></clipPath>');
    expect(svg).toContain('fill="blue" clip-path="url(#p-clip-0)"/>');
    expect(svg).toContain('<path d="M1 1h2v2h-2Z" fill="#000"/>');
  });

  it('forgets what was there before the picture was cleared', () => {
    expect(
      drawn((pen) => {
        pen.fillRect(0, 0, 1, 1);
        pen.clearRect();
      }),
    ).not.toContain('<path');
  });
});

describe('a path', () => {
  it('has circles of two halves, and arcs joined by lines', () => {
    const [circle, pie] = [new SvgPath(), new SvgPath()];
    circle.arc(10, 10, 5, 0, Math.PI * 2);
    expect(circle.text).toBe('M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10');
    pie.moveTo(10, 10);
    pie.arc(10, 10, 5, 0, Math.PI / 2);
    pie.closePath();
    expect(pie.text).toBe('M10 10L15 10A5 5 0 0 1 10 15Z');
  });

  it('has corners no rounder than there is room for', () => {
    const path = new SvgPath();
    path.roundRect(0, 0, 10, 4, 9);
    expect(path.text).toMatch(/^M2 0h6a2 2 0 0 1 2 2v0/);
  });
});
