/** The screen of the threads view: made once the canvas is on the page, and drawn on after each render. */
import { useEffect, useRef, type RefObject } from 'react';
import { Screen } from '../../shared/screen.ts';
import { drawScene } from './drawScene.ts';
import { readPalette, type Palette } from './palette.ts';
import type { Scene } from './scene.ts';

interface On {
  readonly strip: RefObject<HTMLDivElement | null>;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly probe: RefObject<HTMLSpanElement | null>;
}

/** Draws what each render brings. The strip scrolls the lanes below the canvas, which stays in range. */
export function useScreen({ strip, canvas, probe }: On, scene: Omit<Scene, 'palette' | 'scroll'>): void {
  const screen = useRef<Screen<Palette>>(null);
  useEffect(() => {
    const scrolls = strip.current;
    if (scrolls === null || canvas.current === null || probe.current === null) return undefined;
    const made = new Screen({ canvas: canvas.current, probe: probe.current }, readPalette);
    const scrolled = () => made.ask();
    screen.current = made;
    scrolls.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      scrolls.removeEventListener('scroll', scrolled);
      made.dispose();
    };
  }, [strip, canvas, probe]);
  useEffect(() =>
    screen.current?.show(scene.layout, (pen, palette) =>
      drawScene(pen, { ...scene, palette, scroll: strip.current?.scrollTop ?? 0 }),
    ),
  );
}
