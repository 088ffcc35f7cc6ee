/** The options in the header: theme and kind of editor, and the pace where the run bar has no room for it. */
import type { ReactNode } from 'react';
import { useId } from 'react';
import { messages } from '../../messages/en.ts';
import { usePreferences } from '../../store/preferences.ts';
import { anyLive } from '../../store/runs.ts';
import { useWorkspaceIfOpen } from '../../store/workspaces.ts';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useCommands } from './context.ts';
import { FilePicker } from '../share/FilePicker.tsx';
import { useNarrow } from './media.ts';
import { paces, usePace } from './paces.ts';
import { aboutAddress } from './route.ts';

const words = messages.options;
const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }));
const letterKeys = (['on', 'off'] as const).map((value) => ({
  value,
  label: messages.sharing.letterKeys.options[value],
}));
const editors = (['auto', 'full', 'plain'] as const).map((value) => ({ value, label: words.editors[value] }));

interface Props {
  /** false on the screen of a lesson whose runs have a clock of their own */
  readonly paced: boolean;
  /** the face of the button */
  readonly children: ReactNode;
}

export function Options({ paced, children }: Props) {
  const id = useId();
  const { prefer, choosePace } = useCommands();
  const { theme, editor, letterKeys: letters } = usePreferences();
  const pace = usePace();
  const live = useWorkspaceIfOpen(({ runs }) => anyLive(runs)) ?? false;
  const narrow = useNarrow();
  return (
    <>
      <button type="button" className="button quiet" popoverTarget={id} aria-label={words.open}>
        {children}
      </button>
      <div id={id} popover="auto" className="popover">
        {narrow && paced && (
          <SegmentedControl
            label={messages.run.pace}
            legendShown
            value={pace}
            options={paces}
            onChoose={(value) => choosePace(value)}
            disabled={live}
          />
        )}
        <SegmentedControl
          label={words.theme}
          legendShown
          value={theme}
          options={themes}
          onChoose={(value) => prefer({ theme: value })}
        />
        <div>
          <SegmentedControl
            label={words.editor}
            legendShown
            value={editor}
            options={editors}
            onChoose={(value) => prefer({ editor: value })}
          />
          <p>{words.editorNote}</p>
        </div>
        <div>
          <SegmentedControl
            label={messages.sharing.letterKeys.label}
            legendShown
            value={letters}
            options={letterKeys}
            onChoose={(value) => prefer({ letterKeys: value })}
          />
          <p>{messages.sharing.letterKeys.note}</p>
        </div>
        <FilePicker onPicked={() => document.getElementById(id)?.hidePopover()} />
        <a href={aboutAddress}>{messages.about.link}</a>
      </div>
    </>
  );
}
