/** The app: header, the screen of the address, dialogs. */
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { lessons } from '../../lesson/catalog.ts';
import { messages } from '../../messages/en.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { About } from '../about/About.tsx';
import { AnswersPage } from '../answers/AnswersPage.tsx';
import { FailedScreen } from './Failed.tsx';
import { followedAddress } from './followed.ts';
import { Header } from './Header.tsx';
import { Home } from '../home/Home.tsx';
import { KeptNotices } from './kept/KeptNotices.tsx';
import { LessonScreen } from '../lesson/LessonScreen.tsx';
import { routeOf } from './route.ts';
import type { Route } from './route.ts';
import { scrolledBefore } from './scrolled.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { Unknown } from './Unknown.tsx';
import './shell.css';

export function App() {
  const hash = useSyncExternalStore(onAddress, followedAddress);
  const route = routeOf(hash, lessons);
  const lesson = route.kind === 'lesson' ? route.lesson : null;
  const title = titleOf(route);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useFreshScreen(hash);
  return (
    <div className="page" data-screen={route.kind}>
      <a className="skip" href="#content" onClick={skip}>
        {messages.skipToContent}
      </a>
      <Header lesson={lesson} answers={route.kind === 'answers'} />
      <KeptNotices lesson={lesson?.id ?? null} />
      <Boundary until={hash} instead={<FailedScreen />}>
        {lesson === null ? <Elsewhere route={route} /> : <LessonScreen key={lesson.id} lesson={lesson} />}
      </Boundary>
      <ShortcutsDialog />
    </div>
  );
}

function titleOf(route: Route): string {
  if (route.kind === 'answers') return messages.pageTitle(messages.published.answers.pageTitle);
  return route.kind === 'lesson' ? messages.pageTitle(route.lesson.title) : messages.brand;
}

/** Another screen is read from its top, one to which the person goes back from where they left it: when the address leads there, the focus goes with it. */
function useFreshScreen(address: string): void {
  const before = useRef(address);
  // Before the browser notices that the page has another length, and scrolls by itself.
  useLayoutEffect(() => {
    if (before.current === address) return;
    before.current = address;
    scrollTo(0, scrolledBefore());
    focusContent();
  }, [address]);
}

function Elsewhere({ route }: { readonly route: Route }) {
  if (route.kind === 'unknown') return <Unknown address={route.address} />;
  if (route.kind === 'answers') return <AnswersPage />;
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
