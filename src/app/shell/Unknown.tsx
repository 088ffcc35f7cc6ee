/** The screen of an address that leads nowhere. */
import { shortened } from '../../base/shortened.ts';
import { messages } from '../../messages/en.ts';
import { linkFaultWords } from '../../session/linkFaultWords.ts';
import type { LinkFault } from '../../share/fault.ts';
import { homeAddress } from './route.ts';

/** Of an address; a link may be as long as a program. Characters. */
const MOST = 200;

interface Props {
  readonly address: string;
  readonly fault: LinkFault;
}

export function Unknown({ address, fault }: Props) {
  return (
    <main className="prose-page" id="content" tabIndex={-1}>
      <h1>{messages.unknown.title}</h1>
      {fault.kind !== 'unknown address' && <p role="alert">{linkFaultWords(fault)}</p>}
      <p>{messages.unknown.text(shortened(address, MOST))}</p>
      <p>
        <a className="button primary" href={homeAddress}>
          {messages.unknown.home}
        </a>
      </p>
    </main>
  );
}
