/** What hands the lesson on as it stands: a link, a QR code of it, a file, and what can be taken away. */
import { useId, useRef, useState } from 'react';
import { messages } from '../../messages/en.ts';
import { LONGEST_ADDRESS } from '../../share/link.ts';
import { partsIn, SHARE_PARTS, type SharePart } from '../../session/sharing.ts';
import { usePanels } from '../../store/panels.ts';
import { usePlayback } from '../../store/playback.ts';
import { usePreferences } from '../../store/preferences.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useCommands } from '../shell/context.ts';
import { EmbedPart } from './EmbedPart.tsx';
import { FilePicker } from './FilePicker.tsx';
import { linkOf, type WholeLink } from './linkOf.ts';
import { QrPart } from './QrPart.tsx';
import { TakeAway } from './TakeAway.tsx';
import './share.css';

const words = messages.sharing;
/** The wish to present is not what the sender has before them: it is asked for. */
const USUAL: ReadonlySet<SharePart> = new Set(SHARE_PARTS.filter((part) => part !== 'present'));
/** What can be spared where a link should be short. */
const SPARED: readonly SharePart[] = ['decisions', 'moment', 'seen'];

/** Within another page nobody compares, or presents. */
const embedded = (parts: ReadonlySet<SharePart>) =>
  new Set([...parts].filter((part) => part !== 'seen' && part !== 'present'));

export function ShareDialog() {
  const open = usePanels((panels) => panels.share);
  const { showShare } = useCommands();
  return (
    <Dialog
      size="wide"
      title={words.title}
      closeLabel={words.close}
      open={open}
      onClose={() => showShare(false)}
    >
      {open && <Share />}
    </Dialog>
  );
}

function Share() {
  const { showShare } = useCommands();
  const workspace = useWorkspace((whole) => whole);
  const pace = usePreferences((preferences) => preferences.pace);
  const at = usePlayback((playback) => playback.at);
  const [parts, choose] = useState(USUAL);
  const around = { pace, at };
  const there = partsIn(workspace, around);
  const link = linkOf(workspace, around, parts);
  const shorter = new Set([...parts].filter((part) => !SPARED.includes(part)));
  const spares = SPARED.some((part) => parts.has(part) && there.includes(part));
  return (
    <div className="share">
      <div className="share-link">
        {link === null ? (
          <p>{words.tooLarge}</p>
        ) : link.address.length > LONGEST_ADDRESS ? (
          <LinkFile link={link} />
        ) : (
          <LinkText link={link.address} />
        )}
        <Parts there={there} parts={parts} onChoose={choose} />
        <p className="share-note">{words.private}</p>
      </div>
      {link !== null && <QrPart link={link.address} onShorten={spares ? () => choose(shorter) : null} />}
      <EmbedPart
        address={linkOf(workspace, around, embedded(parts), 'embed')?.address ?? null}
        title={workspace.lesson.title}
      />
      <TakeAway link={link?.address ?? null} />
      <FilePicker onPicked={() => showShare(false)} />
    </div>
  );
}

interface PartsProps {
  readonly there: readonly SharePart[];
  readonly parts: ReadonlySet<SharePart>;
  readonly onChoose: (parts: ReadonlySet<SharePart>) => void;
}

/** What the link is to hold of what there is. */
function Parts({ there, parts, onChoose }: PartsProps) {
  return (
    <fieldset className="share-parts">
      <legend>{words.parts.label}</legend>
      {there.map((part) => (
        <label key={part}>
          <input
            type="checkbox"
            checked={parts.has(part)}
            onChange={({ currentTarget: { checked } }) =>
              onChoose(new Set(SHARE_PARTS.filter((one) => (one === part ? checked : parts.has(one)))))
            }
          />
          {words.parts[part]}
        </label>
      ))}
    </fieldset>
  );
}

function LinkText({ link }: { readonly link: string }) {
  const { copyText } = useCommands();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [said, say] = useState({ link, text: '' });
  // What was said of another link is over.
  const announcement = said.link === link ? said.text : '';
  const copy = () => {
    void copyText(link).then((copied) => {
      if (!copied) field.current?.select();
      say({ link, text: copied ? words.copied : words.copyRefused });
    });
  };
  return (
    <>
      <div className="share-field">
        <label htmlFor={id}>{words.link}</label>
        <input
          ref={field}
          id={id}
          type="text"
          readOnly
          value={link}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <button ref={focusFirst} type="button" className="button primary" onClick={copy}>
          <Icon name="copy" />
          {words.copyLink}
        </button>
      </div>
      <p className="share-length">
        {words.length(link.length)} <output>{announcement}</output>
      </p>
    </>
  );
}

/** A dialog that opens gives the focus to what has this attribute, which React keeps for itself. */
function focusFirst(button: HTMLButtonElement | null): void {
  button?.setAttribute('autofocus', '');
}

function LinkFile({ link }: { readonly link: WholeLink }) {
  const { saveFile } = useCommands();
  const name = useWorkspace(({ lesson }) => lesson.id.replace('.', '-'));
  return (
    <>
      <p>{words.tooLong(link.address.length)}</p>
      <button
        type="button"
        className="button primary"
        onClick={() => saveFile(`${name}.faultline`, link.fragment)}
      >
        {words.saveFile}
      </button>
    </>
  );
}
