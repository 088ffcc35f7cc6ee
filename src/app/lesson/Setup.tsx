/** How both sides run, in one button of the run bar: it says what is chosen, and opens the panel where it is changed. */
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import type { Lesson } from '../../lesson/schema.ts';
import { messages } from '../../messages/en.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon } from '../../ui/Icon.tsx';
import { EntryBar } from './entries/EntryBar.tsx';
import { ScheduleBar } from './schedule/ScheduleBar.tsx';
import './setup.css';

const words = messages.panes.setup;

/** Nothing where a lesson has nothing to be chosen. */
export function Setup({ lesson }: { readonly lesson: Lesson }) {
  const entry = useWorkspace((workspace) => workspace.entry);
  const { model, strategy, check } = useWorkspace((workspace) => workspace.schedule);
  const begins = lesson.entries.length > 0;
  const entries = begins || lesson.variations.length > 0;
  if (lesson.schedule !== undefined) {
    const { models, strategies } = messages.schedule;
    return (
      <Panel chosen={words.schedule(models[model], strategies[strategy], check)}>
        {(done) => (
          <>
            <ScheduleBar />
            {entries && <EntryBar lesson={lesson} onDone={done} />}
          </>
        )}
      </Panel>
    );
  }
  if (!entries) return null;
  return (
    <Panel chosen={begins ? entry : words.variations}>
      {(done) => <EntryBar lesson={lesson} onDone={done} />}
    </Panel>
  );
}

interface PanelProps {
  readonly chosen: string;
  /** given what closes the panel */
  readonly children: (done: () => void) => ReactNode;
}

function Panel({ chosen, children }: PanelProps) {
  // Once done in it, the keyboard goes back to the button; whoever presses elsewhere is elsewhere.
  const [state, setState] = useState<'closed' | 'open' | 'done'>('closed');
  const open = state === 'open';
  // On a phone the bar may stand at the foot of the screen: there the panel opens to where there is room.
  const [opens, setOpens] = useState<'up' | 'down'>('down');
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    // What opens over the panel belongs to it: a dialog stands inside it.
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Node && whole.current?.contains(target) === false) setState('closed');
    };
    const keyed = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape' || !(target instanceof Element) || target.closest('dialog') !== null) return;
      setState(whole.current?.contains(target) ? 'done' : 'closed');
    };
    document.addEventListener('pointerdown', pressed);
    document.addEventListener('keydown', keyed);
    return () => {
      document.removeEventListener('pointerdown', pressed);
      document.removeEventListener('keydown', keyed);
    };
  }, [open]);
  const press = () => {
    const { bottom = 0 } = button.current?.getBoundingClientRect() ?? {};
    setOpens(bottom > window.innerHeight / 2 ? 'up' : 'down');
    setState(open ? 'closed' : 'open');
  };
  useEffect(() => {
    if (state === 'done') button.current?.focus();
  }, [state]);
  return (
    <div className="setup" ref={whole}>
      <button
        ref={button}
        type="button"
        className="button setup-button"
        aria-expanded={open}
        aria-controls={id}
        aria-label={words.button(chosen)}
        title={words.button(chosen)}
        onClick={press}
      >
        <span>{chosen}</span>
        <Icon name="next" />
        <Icon name="settings" />
      </button>
      <div className="setup-panel" id={id} hidden={!open} data-opens={opens}>
        {open && children(() => setState('done'))}
      </div>
    </div>
  );
}
