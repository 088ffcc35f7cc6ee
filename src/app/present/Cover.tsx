/** What lies over all in Present: a blank screen, or the QR code of the lesson. */
import type { Lesson } from '../../lesson/schema.ts';
import { present as words } from '../../messages/en.ts';
import type { Presentation } from '../../store/presentation.ts';
import { QrCode } from '../share/QrCode.tsx';
import { useLessonLink } from './useLessonLink.ts';

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
  return <LessonCode lesson={lesson} />;
}

function LessonCode({ lesson }: { readonly lesson: Lesson }) {
  const { address, squares } = useLessonLink(lesson);
  return (
    <section className="present-cover present-code" aria-label={words.covered.codeTitle}>
      <h2>{words.covered.codeTitle}</h2>
      {squares === null ? (
        <p>{words.covered.tooLong}</p>
      ) : (
        <QrCode squares={squares} label={words.covered.codeLabel(address)} />
      )}
      <p className="present-address">{address}</p>
      {isOnlyHere(location) && <p>{words.covered.onlyHere}</p>}
    </section>
  );
}

function isOnlyHere({ protocol, hostname }: Location): boolean {
  return protocol === 'file:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
