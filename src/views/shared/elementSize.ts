/** The size of an element on the page, exactly, and word when it changes. */
import { zoomOf } from './zoom.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const NO_SIZE: Size = { width: 0, height: 0 };

/**
 * Reports the inner size of an element whenever it changes, and first once the page has been laid out: to ask earlier would
 * have it laid out at once. Returns how to stop. The width is exact: rounded to the pixels where it stands, two figures of
 * one width would come out with different axes.
 */
export function watchSize(element: HTMLElement, onSize: (size: Size) => void): () => void {
  const read = () => {
    const scrollbar = element.offsetWidth - element.clientWidth;
    const width = element.getBoundingClientRect().width / zoomOf(element);
    onSize({ width: width - scrollbar, height: element.clientHeight });
  };
  const observer = new ResizeObserver(read);
  observer.observe(element);
  return () => observer.disconnect();
}
