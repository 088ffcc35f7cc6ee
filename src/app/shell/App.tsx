/** The app: header, the screen of the address, dialogs. */
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { lessons } from '../../lesson/catalog.ts';
import { messages } from '../../messages/en.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { About } from '../about/About.tsx';
import { AnswersPage } from '../answers/AnswersPage.tsx';
import { FailedScreen } from './Failed.tsx';
import { Header } from './Header.tsx';
import { Home } from '../home/Home.tsx';
import { KeptNotices } from './kept/KeptNotices.tsx';
import { LinkBanner } from '../link/LinkBanner.tsx';
import { LessonScreen } from '../lesson/LessonScreen.tsx';
import { FaultAlert } from '../link/FaultAlert.tsx';
import { WrongFileAlert } from '../link/WrongFileAlert.tsx';
import { useAddress } from './address.ts';
import { routeOf, screenOf } from './route.ts';
import type { Route } from './route.ts';
import { scrolledBefore } from './scrolled.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { Unknown } from './Unknown.tsx';
import './shell.css';

/** Nobody who only reads needs what makes links. */
const ShareDialog = lazy(async () => ({
  default: (await import('../share/ShareDialog.tsx')).ShareDialog,
}));

export function App() {
  const hash = useAddress();
  const route = useMemo(() => routeOf(hash, lessons), [hash]);
  const screen = screenOf(route);
  const link = route.kind === 'lesson' && route.opened.by === 'link' ? route.opened.link : null;
  const lesson = route.kind === 'lesson' ? route.lesson : null;
  const title = titleOf(route);
  useEffect(() => {
    document.title = title;
  }, [title]);
  useFreshScreen(screen);
  return (
    <div className="page" data-screen={route.kind}>
      <a className="skip" href="#content" onClick={skip}>
        {messages.skipToContent}
      </a>
      <Header lesson={lesson} answers={route.kind === 'answers'} />
      {/* What is kept of a lesson is about the person's own version of it. */}
      <KeptNotices lesson={link === null ? (lesson?.id ?? null) : null} />
      <WrongFileAlert />
      <FaultAlert route={route} />
      {lesson !== null && link !== null && <LinkBanner key={screen} lesson={lesson} link={link} />}
      <Boundary until={hash} instead={<FailedScreen />}>
        {lesson === null ? <Elsewhere route={route} /> : <LessonScreen key={screen} lesson={lesson} />}
      </Boundary>
      <ShortcutsDialog />
      {lesson !== null && (
        <Suspense>
          <ShareDialog />
        </Suspense>
      )}
    </div>
  );
}

function titleOf(route: Route): string {
  if (route.kind === 'answers') return messages.pageTitle(messages.published.answers.pageTitle);
  return route.kind === 'lesson' ? messages.pageTitle(route.lesson.title) : messages.brand;
}

/** Another screen is read from its top, one to which the person goes back from where they left it: when the address leads there, the focus goes with it. */
function useFreshScreen(screen: string): void {
  const before = useRef(screen);
  // Before the browser notices that the page has another length, and scrolls by itself.
  useLayoutEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    scrollTo(0, scrolledBefore());
    focusContent();
  }, [screen]);
}

function Elsewhere({ route }: { readonly route: Route }) {
  if (route.kind === 'unknown') return <Unknown {...route} />;
  if (route.kind === 'answers') return <AnswersPage />;
  return route.kind === 'about' ? <About /> : <Home />;
}

/** The address after `#` is ours, so the link moves the focus by hand. */
function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  focusContent();
}

function focusContent(): void {
  document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
}
