/** The foot of Present: what is to be known of the slide, and its controls for the mouse and the finger. */
import { hiddenOn, type Slide } from '../../lesson/presentation.ts';
import { SIDES, type Lesson } from '../../lesson/schema.ts';
import { guidance, messages, present as words } from '../../messages/en.ts';
import { sideName } from '../../session/sideName.ts';
import { usePlayback } from '../../store/playback.ts';
import { anyLive } from '../../store/runs.ts';
import { useWorkspace } from '../../store/workspaces.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { useCommands } from '../shell/context.ts';
import type { PresentKey } from '../shell/presentKeys.ts';
import { actOnKey } from '../shell/presentWindow.ts';

interface Props {
  readonly lesson: Lesson;
  readonly slide: Slide;
}

export function PresentFoot({ lesson, slide }: Props) {
  return (
    <footer className="present-foot">
      <Said lesson={lesson} slide={slide} />
      <fieldset className="present-controls" aria-label={words.controls.label}>
        <Control does="previous" icon="back" />
        <Control does="next" icon="next" />
        <Control does="run" icon="play" shown={messages.run.both} />
        <Control does="play" icon="pause" />
        <Control does="slow" shown="½" />
        <Control does="reveal" shown={guidance.present.reveal} />
        <Control does="code" shown="QR" />
        <Control does="blank" icon="stop" />
        <Control does="smaller" shown="A−" />
        <Control does="larger" shown="A+" />
        <Control does="notes" shown={guidance.present.notes} />
        <Control does="full-screen" shown="[ ]" />
        <Control does="leave" icon="close" />
      </fieldset>
    </footer>
  );
}

/** What is hidden, or how the runs stand. */
function Said({ lesson, slide }: Props) {
  const live = useWorkspace(({ runs }) => anyLive(runs));
  const at = usePlayback((playback) => playback.at);
  const playing = usePlayback((playback) => playback.playing);
  const slow = usePlayback(({ speed }) => speed !== 1);
  const run = useWorkspace(({ runs }) => SIDES.every((side) => runs[side].phase === 'ended'));
  const hidden = hiddenOn(slide);
  const paused = !live && !playing && at !== 'live' && slide.kind === 'picture';
  // On code nothing shows it, and the picture is the next slide.
  const unseen = run && slide.kind === 'code';
  return (
    <p className="present-state">
      {live && <span>{at === 'live' ? words.running : words.frozen}</span>}
      {playing && slow && <span>{words.slow}</span>}
      {paused && <span>{guidance.present.paused}</span>}
      {unseen && <span>{guidance.present.haveRun}</span>}
      {hidden !== null && (
        <span>
          {hidden === 'answer' ? words.hidden.answer : words.hidden.fixed(sideName(lesson, 'fixed'))}{' '}
          {words.hidden.how}
        </span>
      )}
    </p>
  );
}

interface ControlProps {
  readonly does: Extract<PresentKey, keyof typeof words.controls> | 'full-screen';
  readonly icon?: IconName;
  /** what stands on it beside the icon, or in its place */
  readonly shown?: string;
}

function Control({ does, icon, shown }: ControlProps) {
  const commands = useCommands();
  const name = words.controls[does === 'full-screen' ? 'fullScreen' : does];
  return (
    <button
      type="button"
      className="button quiet"
      aria-label={name}
      title={name}
      onClick={() => actOnKey(does, commands)}
    >
      {icon !== undefined && <Icon name={icon} />}
      {shown !== undefined && <span aria-hidden="true">{shown}</span>}
    </button>
  );
}
