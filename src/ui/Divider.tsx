/**
 * A divider between panes: dragged, moved by arrow keys; double-click, Enter or Home brings the usual sizes back. It stands
 * beside them, without a wrapper: its parent is what it divides, and what comes before it is the pane that it makes larger.
 */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import './divider.css';

/** By an arrow key, and with Shift. CSS pixels. */
const STEP = 16;
const LEAP = 80;

interface Props {
  readonly label: string;
  readonly title: string;
  /** `columns`: it stands between left and right, and is moved sideways */
  readonly between: 'columns' | 'rows';
  /** moved by so many CSS pixels, to the right or down */
  readonly onMove: (by: number) => void;
  readonly onBack: () => void;
}

export function Divider({ label, title, between, onMove, onBack }: Props) {
  const divider = useRef<HTMLHRElement>(null);
  useEffect(() => {
    const { current } = divider;
    if (current === null) return undefined;
    // After a layout it costs nothing to measure: only what moves the divider brings one on.
    const watcher = new ResizeObserver(() => tellPlace(current, between));
    for (const beside of [current.parentElement, current.previousElementSibling])
      if (beside !== null) watcher.observe(beside);
    return () => watcher.disconnect();
  }, [between]);
  const drag = (event: PointerEvent<HTMLHRElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    // Measured anew each time: where a pane gives way no further, the divider waits for the pointer to come back.
    onMove(between === 'columns' ? event.clientX - left - width / 2 : event.clientY - top - height / 2);
  };
  const press = (event: KeyboardEvent) => {
    const by = stepOf(event.key, between);
    if (by !== 0) onMove(by * (event.shiftKey ? LEAP : STEP));
    else if (event.key === 'Enter' || event.key === 'Home') onBack();
    else return;
    event.preventDefault();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a separator that moves is a widget
    <hr
      ref={divider}
      className={`divider divider-${between}`}
      aria-label={label}
      aria-orientation={between === 'columns' ? 'vertical' : 'horizontal'}
      title={title}
      tabIndex={0}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        // Nothing is to be selected, or scrolled, by a drag.
        event.preventDefault();
      }}
      onPointerMove={drag}
      onDoubleClick={onBack}
      onKeyDown={press}
      onFocus={(event) => tellPlace(event.currentTarget, between)}
    />
  );
}

function stepOf(key: string, between: Props['between']): -1 | 0 | 1 {
  if (key === (between === 'columns' ? 'ArrowLeft' : 'ArrowUp')) return -1;
  return key === (between === 'columns' ? 'ArrowRight' : 'ArrowDown') ? 1 : 0;
}

/** Says where it stands, in per cent of what it divides. The page's own sizes are known only to the browser. */
function tellPlace(divider: HTMLElement | null, between: Props['between']): void {
  const whole = divider?.parentElement?.getBoundingClientRect();
  if (!divider || !whole) return;
  const its = divider.getBoundingClientRect();
  const part =
    between === 'columns' ? (its.left - whole.left) / whole.width : (its.top - whole.top) / whole.height;
  divider.setAttribute('aria-valuenow', String(Math.round(Math.min(1, Math.max(0, part || 0)) * 100)));
}
