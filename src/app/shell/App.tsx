/** The app: header, the screen of the address, dialogs. */
import { lazy, Suspense, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { lessons } from '../../lesson/catalog.ts';
import { messages, present } from '../../messages/en.ts';
import { useArrangement } from '../../store/arrangement.ts';
import { usePanels } from '../../store/panels.ts';
import { Boundary } from '../../ui/Boundary.tsx';
import { About } from '../about/About.tsx';
import { AnswersPage } from '../answers/AnswersPage.tsx';
import { FailedScreen } from './Failed.tsx';
import { Header } from './Header.tsx';
import { Home } from '../home/Home.tsx';
import { KeptNotices } from './kept/KeptNotices.tsx';
import { NotesScreen } from '../notes/NotesScreen.tsx';
import { YourDataDialog } from './kept/YourDataDialog.tsx';
import { LessonScreen } from '../lesson/LessonScreen.tsx';
import { CompareDialog } from '../lesson/compare/CompareDialog.tsx';
import { FaultAlert } from '../link/FaultAlert.tsx';
import { LinkBanner } from '../link/LinkBanner.tsx';
import { WrongFileAlert } from '../link/WrongFileAlert.tsx';
import { useAddress } from './address.ts';
import { VersionNotice } from './offline/VersionNotice.tsx';
import { routeOf, screenOf } from './route.ts';
import type { Route } from './route.ts';
import { scrolledBefore } from './scrolled.ts';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { Unknown } from './Unknown.tsx';
import './shell.css';

/** Nobody who only reads needs what makes links. It stays when it has been opened. */
const ShareDialog = lazy(async () => ({
  default: (await import('../share/ShareDialog.tsx')).ShareDialog,
}));

/** Only within another page. */
const EmbedBar = lazy(async () => ({ default: (await import('../embed/EmbedBar.tsx')).EmbedBar }));

export function App() {
  const hash = useAddress();
  const route = useMemo(() => routeOf(hash, lessons), [hash]);
  const screen = screenOf(route);
  const link = route.kind === 'lesson' && route.opened.by === 'link' ? route.opened.link : null;
  const lesson = route.kind === 'lesson' ? route.lesson : null;
  const embedded = useArrangement(({ name }) => name === 'embed');
  const shares = useEver(usePanels(({ share }) => share));
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
      {embedded && lesson !== null && link !== null ? (
        <Suspense>
          <EmbedBar lesson={lesson} link={link} />
        </Suspense>
      ) : (
        <>
          <Header lesson={lesson} answers={route.kind === 'answers'} />
          {/* What is kept of a lesson is about the person's own version of it. */}
          <KeptNotices lesson={link === null ? (lesson?.id ?? null) : null} />
          <VersionNotice />
          <WrongFileAlert />
          <FaultAlert route={route} />
          {lesson !== null && link !== null && <LinkBanner key={screen} lesson={lesson} link={link} />}
        </>
      )}
      <Boundary until={hash} instead={<FailedScreen />}>
        {lesson === null ? <Elsewhere route={route} /> : <LessonScreen key={screen} lesson={lesson} />}
      </Boundary>
      <ShortcutsDialog />
      {lesson !== null && <CompareDialog />}
      <YourDataDialog />
      {lesson !== null && shares && (
        <Suspense>
          <ShareDialog />
        </Suspense>
      )}
    </div>
  );
}

/** Whether this has ever been so. */
function useEver(isSo: boolean): boolean {
  const [ever, setEver] = useState(isSo);
  if (isSo && !ever) setEver(true);
  return ever || isSo;
}

function titleOf(route: Route): string {
  if (route.kind === 'answers') return messages.pageTitle(messages.published.answers.pageTitle);
  if (route.kind === 'notes') return messages.pageTitle(present.notes.pageTitle(route.lesson.title));
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
  if (route.kind === 'notes') return <NotesScreen key={route.lesson.id} lesson={route.lesson} />;
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
