/** Code within prose. In the guide it has a button that copies it: a step asks for it to be put into the editor. */
import { useState } from 'react';
import { guidance as words } from '../../messages/en.ts';
import { useCommandsIfLive } from '../shell/context.ts';
import { Icon } from '../../ui/Icon.tsx';
import { useInGuide } from './inGuide.ts';

export function ProseCode({ text }: { readonly text: string }) {
  const inGuide = useInGuide();
  const code = (
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  );
  if (!inGuide) return code;
  return (
    <div className="prose-code">
      {code}
      <CopyCode text={text} />
    </div>
  );
}

function CopyCode({ text }: { readonly text: string }) {
  const commands = useCommandsIfLive();
  const [said, say] = useState('');
  const copy = async () => {
    if (commands !== null) say((await commands.copyText(text)) ? words.copied : words.copyRefused);
  };
  return (
    <p className="prose-copy">
      <output>{said}</output>
      <button
        type="button"
        className="button quiet"
        aria-label={words.copyCode}
        title={words.copyCode}
        disabled={commands === null}
        onClick={() => void copy()}
        onBlur={() => say('')}
      >
        <Icon name="copy" />
        {words.copy}
      </button>
    </p>
  );
}
