/** What lies over all in Present: a blank screen, or the QR code of the lesson. */
import type { Lesson } from '../../lesson/schema.ts';
import { present as words } from '../../messages/en.ts';
import type { Presentation } from '../../store/presentation.ts';
import { lessonAddress } from '../shell/route.ts';
import { QrCode } from './QrCode.tsx';

interface Props {
  readonly cover: Presentation['cover'];
  readonly lesson: Lesson;
}

export function Cover({ cover, lesson }: Props) {
  if (cover === 'none') return null;
  if (cover === 'blank') {
    return (
      <div className="present-cover present-blank">
        <output className="unseen">{words.covered.blank}</output>
      </div>
    );
  }
  const address = new URL(lessonAddress(lesson), location.href).href;
  return (
    <section className="present-cover present-code" aria-label={words.covered.codeTitle}>
      <h2>{words.covered.codeTitle}</h2>
      <QrCode text={address} />
      <p className="present-address">{address}</p>
      {isOnlyHere(location) && <p>{words.covered.onlyHere}</p>}
    </section>
  );
}

function isOnlyHere({ protocol, hostname }: Location): boolean {
  return protocol === 'file:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
