/** The bar over the sides: run, stop, reset, pace, how both sides run, and the playback controls. */
import { useRef } from 'react';
import { isPublished, type Lesson } from '../../lesson/schema.ts';
import { entries, messages, present as presentWords } from '../../messages/en.ts';
import { useArrangement } from '../../store/arrangement.ts';
import { anySearching } from '../../store/searches.ts';
import { anyLive } from '../../store/runs.ts';
import type { Snapshot } from '../../store/workspace.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SegmentedControl } from '../../ui/SegmentedControl.tsx';
import { sideName } from '../../session/sideName.ts';
import { useCommands } from '../shell/context.ts';
import { useNarrow } from '../shell/media.ts';
import { paces, usePace } from '../shell/paces.ts';
import { Setup } from './Setup.tsx';
import { PlaybackControls } from './PlaybackControls.tsx';

const words = messages.run;

export function RunBar({ lesson }: { readonly lesson: Lesson }) {
  const { choosePace, compare, present, runBoth, stop, reset } = useCommands();
  const resetButton = useRef<HTMLButtonElement>(null);
  const live = useWorkspace(({ runs }) => anyLive(runs));
  const searching = useWorkspace(({ searches }) => anySearching(searches));
  const trying = useWorkspace(({ trials }) => trials.trying);
  const narrow = useNarrow();
  const embedded = useArrangement(({ name }) => name === 'embed');
  const pace = usePace();
  const resetWord = isPublished(lesson) ? messages.reset.published : messages.reset.lesson;
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
        <button
          ref={resetButton}
          type="button"
          className="button run-reset"
          title={resetWord}
          onClick={reset}
        >
          <Icon name="reset" />
          <span className="run-word">{resetWord}</span>
        </button>
        <button type="button" className="button" onClick={compare}>
          <Icon name="compare" />
          <span className="run-word">{messages.compare.compare}</span>
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
      {/* Whoever presents has a projector; on a phone a link can still open in it. */}
      {!narrow && !embedded && (
        <button type="button" className="button" title={presentWords.openTitle} onClick={present}>
          {presentWords.open}
        </button>
      )}
    </div>
  );
}

/** Goes away when it is pressed: `onDone` is to give the focus another place. */
function UndoReset({ onDone }: { readonly onDone: () => void }) {
  const done = useWorkspace((workspace) => workspace.undo?.done ?? null);
  const lesson = useWorkspace((workspace) => workspace.lesson);
  // What was put back on one side is undone there.
  const offered = done !== null && (done.kind === 'loaded' || done.scope.kind === 'lesson');
  const { undo } = useCommands();
  const press = () => {
    undo();
    onDone();
  };
  return (
    <>
      <output className="unseen">{done === null ? '' : wordsOf(done, lesson)}</output>
      {offered && (
        <button type="button" className="button quiet run-undo" title={wordsOf(done, lesson)} onClick={press}>
          <Icon name="undo" />
          <span>{words.undoReset}</span>
        </button>
      )}
    </>
  );
}

function wordsOf(done: Snapshot['done'], lesson: Lesson): string {
  if (done.kind === 'loaded') return entries.loaded(done.title);
  const { scope } = done;
  const said = messages.reset.done;
  if (scope.kind === 'lesson') return said.lesson;
  const name = sideName(lesson, scope.side);
  return scope.kind === 'side' ? said.side(name) : said.file(scope.file, name);
}
