/** The strip over an opened link: that it is one, what to do with it, and whether it came out as its sender saw it. */
import { useMemo, useState } from 'react';
import { messages } from '../../messages/en.ts';
import { SIDES, type Lesson, type SideName } from '../../lesson/schema.ts';
import { howDigestEnded } from '../../session/howEnded.ts';
import { comparedWithLink, type Compared, type Difference } from '../../session/comparing.ts';
import { sideName } from '../../session/sideName.ts';
import type { OpenedLink } from '../../store/openedLink.ts';
import { isIdle, isOfFile } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { goTo } from '../shell/address.ts';
import { useCommands } from '../shell/context.ts';
import { placeAddress } from '../shell/route.ts';
import { LinkDifferences } from './LinkDifferences.tsx';
import './link.css';

const words = messages.sharing.banner;

interface Props {
  readonly lesson: Lesson;
  readonly link: OpenedLink;
}

export function LinkBanner({ lesson, link }: Props) {
  const { runBoth, keepAsMine } = useCommands();
  const step = useWorkspace((workspace) => workspace.step);
  const idle = useWorkspace(({ runs }) => isIdle(runs));
  const recorded = useWorkspace(({ runs }) => SIDES.some((side) => isOfFile(runs[side])));
  const [comparing, compare] = useState(false);
  const own = placeAddress(lesson, step);
  return (
    <section className="link-banner" aria-label={words.label}>
      <Icon name="link" />
      <div className="link-banner-text">
        <p>
          {recorded ? words.file : idle ? words.text : words.ran} {link.older && words.older}
        </p>
        {SIDES.map((side) => (
          <ComparedSide key={side} lesson={lesson} link={link} side={side} />
        ))}
      </div>
      <div className="link-banner-acts">
        <button type="button" className="button" onClick={() => compare(true)}>
          {words.different}
        </button>
        <button type="button" className="button primary" onClick={runBoth}>
          <Icon name="play" />
          {words.run}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            keepAsMine();
            goTo(own);
          }}
        >
          {words.keep}
        </button>
        <button type="button" className="button" onClick={() => goTo(placeAddress(lesson, 0))}>
          {words.back}
        </button>
      </div>
      <Dialog
        size="wide"
        title={messages.sharing.differences.title}
        closeLabel={messages.sharing.differences.close}
        open={comparing}
        onClose={() => compare(false)}
      >
        {comparing && <LinkDifferences lesson={lesson} />}
      </Dialog>
    </section>
  );
}

/** Spoken when it comes. */
function ComparedSide({ lesson, link, side }: Props & { readonly side: SideName }) {
  const run = useWorkspace(({ runs }) => runs[side]);
  const compared = useMemo(() => comparedWithLink(lesson, link, side, run), [lesson, link, side, run]);
  return (
    <output className="link-compared">
      {compared !== null && (
        <>
          <Icon name={compared.kind === 'same' ? 'tick' : 'warning'} />
          {inWords(lesson, side, compared)}
        </>
      )}
    </output>
  );
}

function inWords(lesson: Lesson, side: SideName, compared: Compared): string {
  const name = sideName(lesson, side);
  switch (compared.kind) {
    case 'same':
      return words.same(
        name,
        howDigestEnded(compared.digest),
        compared.figures.map(({ label, value }) => [label, value]),
      );
    case 'different':
      return words.differs(name, compared.differences.map(differenceInWords));
    case 'other program':
      return words.otherProgram(name);
  }
}

function differenceInWords(difference: Difference): string {
  switch (difference.what) {
    case 'ending':
      return words.ending(howDigestEnded(difference.here), howDigestEnded(difference.there));
    case 'figure':
      return words.figure(difference.label, difference.here, difference.there);
    case 'output':
      return words.output;
    case 'strayed':
      return words.strayed(difference.step);
  }
}
