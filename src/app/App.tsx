/** The app: header, the screen of the address, dialogs. */
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { lessonById, lessons } from '../lesson/catalog.ts';
import { messages } from '../messages/en.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { About } from './about/About.tsx';
import { FailedScreen } from './Failed.tsx';
import { Header } from './Header.tsx';
import { Home } from './home/Home.tsx';
import { KeptNotices } from './kept/KeptNotices.tsx';
import { LessonScreen } from './lesson/LessonScreen.tsx';
import { routeOf } from './route.ts';
import type { Route } from './route.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { Unknown } from './Unknown.tsx';
import './app.css';

const lessonIds = lessons.map(({ id }) => id);

export function App() {
  const hash = useSyncExternalStore(onAddress, () => location.hash);
  const route = routeOf(hash, lessonIds);
  const lesson = route.kind === 'lesson' ? lessonById(route.id) : null;
  const title = lesson === null ? messages.brand : messages.pageTitle(lesson.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useFreshScreen(hash);
  return (
    <div className="page" data-screen={route.kind}>
      <a className="skip" href="#content" onClick={skip}>
        {messages.skipToContent}
      </a>
      <Header lesson={lesson} />
      <KeptNotices lesson={lesson?.id ?? null} />
      <Boundary until={hash} instead={<FailedScreen />}>
        {lesson === null ? <Elsewhere route={route} /> : <LessonScreen key={lesson.id} lesson={lesson} />}
      </Boundary>
      <ShortcutsDialog />
    </div>
  );
}

/** Another screen is read from its top: when the address leads there, the focus goes with it. */
function useFreshScreen(address: string): void {
  const before = useRef(address);
  useEffect(() => {
    if (before.current === address) return;
    before.current = address;
    scrollTo(0, 0);
    focusContent();
  }, [address]);
}

function Elsewhere({ route }: { readonly route: Route }) {
  if (route.kind === 'unknown') return <Unknown address={route.address} />;
  return route.kind === 'about' ? <About /> : <Home />;
}

function onAddress(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** The address after `#` is ours, so the link moves the focus by hand. */
function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  focusContent();
}

function focusContent(): void {
  document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
}
