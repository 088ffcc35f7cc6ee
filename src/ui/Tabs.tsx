/** A row of tabs after the ARIA pattern: one tab stop, arrow keys move and select. */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

interface Props<Tab extends string> {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly active: Tab;
  /** id of the panel that the tabs govern */
  readonly panel: string;
  readonly onChoose: (tab: Tab) => void;
  /** what a tab shows instead of its name */
  readonly face?: (tab: Tab) => ReactNode;
}

/** The id of a tab, so that the panel can be labelled by it. */
export function tabId(panel: string, tab: string): string {
  return `${panel}-${tab.replaceAll(/[^\w-]/g, '-')}`;
}

export function Tabs<Tab extends string>({
  label,
  tabs,
  active,
  panel,
  onChoose,
  face = (tab) => tab,
}: Props<Tab>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // With the next frame, which lays out the page anyway.
    const frame = requestAnimationFrame(() => {
      if (list.current !== null) showWhole(list.current, tabId(panel, active));
    });
    return () => cancelAnimationFrame(frame);
  }, [panel, active]);
  const move = (event: KeyboardEvent) => {
    const to = destination(event.key, tabs.indexOf(active), tabs.length);
    const tab = to === null ? undefined : tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    onChoose(tab);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(tabId(panel, tab))}`)?.focus();
  };
  return (
    <div className="tabs" role="tablist" tabIndex={-1} aria-label={label} ref={list} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab}
          id={tabId(panel, tab)}
          type="button"
          role="tab"
          aria-selected={tab === active}
          aria-controls={panel}
          tabIndex={tab === active ? 0 : -1}
          onClick={() => onChoose(tab)}
        >
          {face(tab)}
        </button>
      ))}
    </div>
  );
}

/** Scrolls the row, and nothing around it, until the tab is whole. */
function showWhole(list: HTMLElement, id: string): void {
  const chosen = list.querySelector(`#${CSS.escape(id)}`);
  if (chosen === null) return;
  const [row, tab] = [list.getBoundingClientRect(), chosen.getBoundingClientRect()];
  if (tab.left < row.left) list.scrollLeft -= row.left - tab.left;
  else if (tab.right > row.right) list.scrollLeft += tab.right - row.right;
}

function destination(key: string, from: number, count: number): number | null {
  if (key === 'ArrowRight') return (from + 1) % count;
  if (key === 'ArrowLeft') return (from - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
