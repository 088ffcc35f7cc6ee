/** The wheel over a picture: with Ctrl or Command it zooms, sideways it moves. */
import { useEffect, useRef, type RefObject } from 'react';
import { zoomOf } from '../../shared/zoom.ts';

/** What turning the wheel asks for. */
export interface Turn {
  /** 2 is twice as close; 1 when it does not zoom */
  readonly zoom: number;
  /** to the right, CSS pixels */
  readonly by: number;
  /** where the pointer is in the element */
  readonly x: number;
}

/** A line of a wheel that counts lines. CSS pixels. */
const LINE = 16;
/** So much turning zooms by e. CSS pixels. */
const ZOOM_BY = 160;

/** `turned` says whether the turn was taken; otherwise the page scrolls as ever. */
export function useWheel(on: RefObject<HTMLElement | null>, turned: (turn: Turn) => boolean): void {
  const latest = useRef(turned);
  useEffect(() => {
    latest.current = turned;
  });
  useEffect(() => {
    const element = on.current;
    if (element === null) return undefined;
    const listen = (event: WheelEvent) => {
      const taken = latest.current(turnOf(event, element));
      if (taken) event.preventDefault();
    };
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, [on]);
}

function turnOf(event: WheelEvent, element: HTMLElement): Turn {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
  const x = (event.clientX - element.getBoundingClientRect().left) / zoomOf(element);
  if (event.ctrlKey || event.metaKey) {
    return { zoom: Math.exp((-event.deltaY * unit) / ZOOM_BY), by: 0, x };
  }
  const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
  // A finger on a touchpad never moves straight: what is mostly upright scrolls.
  const upright = !event.shiftKey && Math.abs(event.deltaY) > Math.abs(event.deltaX);
  return { zoom: 1, by: upright ? 0 : sideways * unit, x };
}
