/** The bar over the sides: run, stop, reset, pace, how both sides run, and the playback controls. */
import { useRef } from 'react';
import type { Lesson } from '../../lesson/schema.ts';
import { entries, messages } from '../../messages/en.ts';
import { anySearching } from '../../store/searches.ts';
import { anyLive } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { useCommands } from '../shell/context.ts';
import { useNarrow } from '../shell/media.ts';
import { paces, usePace } from '../shell/paces.ts';
import { Setup } from './Setup.tsx';
import { PlaybackControls } from './PlaybackControls.tsx';

const words = messages.run;

export function RunBar({ lesson }: { readonly lesson: Lesson }) {
  const { runBoth, stop, reset, choosePace } = useCommands();
  const resetButton = useRef<HTMLButtonElement>(null);
  const live = useWorkspace(({ runs }) => anyLive(runs));
  const searching = useWorkspace(({ searches }) => anySearching(searches));
  const trying = useWorkspace(({ trials }) => trials.trying);
  const narrow = useNarrow();
  const pace = usePace();
  return (
    <div className="run-bar">
      <div className="run-buttons">
        <button type="button" className="button primary" onClick={runBoth}>
          <Icon name="play" />
          {words.both}
        </button>
        {/* Not `disabled`: a button that is pressed and then disabled drops the keyboard's focus. */}
        <button
          type="button"
          className="button"
          onClick={stop}
          aria-disabled={!live && !searching && !trying}
        >
          <Icon name="stop" />
          <span className="run-word">{words.stop}</span>
        </button>
        <button ref={resetButton} type="button" className="button" onClick={reset}>
          <Icon name="reset" />
          <span className="run-word">{words.reset}</span>
        </button>
        <UndoReset onDone={() => resetButton.current?.focus()} />
      </div>
      {/* A schedule has a clock of its own. */}
      {!narrow && lesson.schedule === undefined && (
        <SegmentedControl
          label={words.pace}
          value={pace}
          options={paces}
          onChoose={choosePace}
          disabled={live}
        />
      )}
      <Setup lesson={lesson} />
      <PlaybackControls />
    </div>
  );
}

/** Goes away when it is pressed: `onDone` is to give the focus another place. */
function UndoReset({ onDone }: { readonly onDone: () => void }) {
  const offered = useWorkspace((workspace) => workspace.undo !== null);
  const loaded = useWorkspace((workspace) => workspace.undo?.loaded ?? null);
  const done = loaded === null ? words.resetDone : entries.loaded(loaded);
  const { undo } = useCommands();
  const press = () => {
    undo();
    onDone();
  };
  return (
    <>
      <output className="unseen">{offered ? done : ''}</output>
      {offered && (
        <button type="button" className="button quiet" onClick={press}>
          <Icon name="undo" />
          {words.undoReset}
        </button>
      )}
    </>
  );
}
