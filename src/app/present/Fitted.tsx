/** Shows its content as large as fits: it is zoomed until all of it is in view, so that nothing ever scrolls. */
import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** From one zoom that is tried to the next. */
const STEP = 0.05;

interface Props {
  readonly className?: string;
  /** how many times as large as usual it may be drawn, where there is room */
  readonly most: number;
  readonly children: ReactNode;
}

export function Fitted({ className = '', most, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [outer, inner] = [box.current, content.current];
    if (outer === null || inner === null) return undefined;
    const fit = () => fitIn(outer, inner, most);
    fit();
    // The content may grow by itself: a picture while its program runs.
    const observer = new ResizeObserver(fit);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [most]);
  return (
    <div ref={box} className={`present-fit ${className}`}>
      <div ref={content} className="present-fitted">
        {children}
      </div>
    </div>
  );
}

/** Zooms out step by step, from the largest that may be, until the content fits. */
function fitIn(outer: HTMLElement, inner: HTMLElement, most: number): void {
  const least = most / 8;
  for (let zoom = most; zoom > least; zoom -= STEP) {
    inner.style.setProperty('zoom', zoom.toFixed(2));
    // Only by height: prose breaks its lines, and a picture takes the width that it is given.
    if (inner.scrollHeight * zoom <= outer.clientHeight + 1) return;
  }
}
