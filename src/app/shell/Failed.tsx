/** What stands where a part of the page could not be drawn: a sentence, and a way to go on. */
import { messages } from '../../messages/en.ts';
import { useAgain } from '../../ui/Boundary.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { homeAddress } from './route.ts';

const words = messages.failed;

/** For a part of a screen. */
export function Failed({ what }: { readonly what: 'picture' | 'ending' }) {
  const again = useAgain();
  return (
    <div className="failure" role="alert">
      <Icon name="warning" />
      <p>{words[what]}</p>
      <button type="button" className="button" onClick={again}>
        {words.again}
      </button>
    </div>
  );
}

/** For a whole screen. */
export function FailedScreen() {
  const again = useAgain();
  return (
    <main className="prose-page" id="content" tabIndex={-1}>
      <h1>{words.title}</h1>
      <p role="alert">{words.screen}</p>
      <p>
        <button type="button" className="button primary" onClick={again}>
          {words.again}
        </button>{' '}
        <a className="button" href={homeAddress}>
          {messages.unknown.home}
        </a>
      </p>
    </main>
  );
}
