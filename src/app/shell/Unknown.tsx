/** The screen of an address that leads nowhere. */
import { messages } from '../../messages/en.ts';
import { homeAddress } from './route.ts';

export function Unknown({ address }: { readonly address: string }) {
  return (
    <main className="prose-page" id="content" tabIndex={-1}>
      <h1>{messages.unknown.title}</h1>
      <p>{messages.unknown.text(address)}</p>
      <p>
        <a className="button primary" href={homeAddress}>
          {messages.unknown.home}
        </a>
      </p>
    </main>
  );
}
