/** The lesson within another page: the HTML of a frame, to be copied. */
import { useId, useRef, useState } from 'react';
import { embed as words } from '../../messages/en.ts';
import { embedHtml } from '../../share/embedHtml.ts';
import { LONGEST_ADDRESS } from '../../share/link.ts';
import { useCommands } from '../shell/context.ts';

interface Props {
  /** an address that opens in the arrangement for it; null where there is none */
  readonly address: string | null;
  /** of the lesson */
  readonly title: string;
}

export function EmbedPart({ address, title }: Props) {
  const { copyText } = useCommands();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, say] = useState({ of: '', text: '' });
  const short = address !== null && address.length <= LONGEST_ADDRESS;
  const html = short ? embedHtml({ address, title: words.frame(title) }) : '';
  const copy = () =>
    void copyText(html).then((copied) => {
      if (!copied) field.current?.select();
      say({ of: html, text: copied ? words.copied : words.refused });
    });
  return (
    <section className="share-embed" aria-label={words.label}>
      <h3>{words.label}</h3>
      {short ? (
        <>
          <label htmlFor={id}>{words.html}</label>
          <textarea
            ref={field}
            id={id}
            readOnly
            rows={3}
            value={html}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <button type="button" className="button" onClick={copy}>
            {words.copy}
          </button>
          <p className="share-note">
            {words.note} <output>{said.of === html ? said.text : ''}</output>
          </p>
        </>
      ) : (
        <p>{words.tooLong}</p>
      )}
    </section>
  );
}
