/** What can be done in Present, by name: keys, buttons and the window of the notes ask for the same. */

export const PRESENT_ACTS = [
  'next',
  'previous',
  'next-step',
  'previous-step',
  'run',
  'reveal',
  'blank',
  'code',
  'spotlight-down',
  'spotlight-up',
  'spotlight-broken',
  'spotlight-fixed',
  'unlit',
  'play',
  'slow',
  'next-event',
  'previous-event',
  'to-start',
  'to-end',
  'larger',
  'smaller',
  'timer',
  'timer-restart',
] as const;
/** Those that concern the runs and their playhead; the others change the presentation itself. */
const RUN_ACTS = ['run', 'play', 'slow', 'next-event', 'previous-event', 'to-start', 'to-end'] as const;
export type RunAct = (typeof RUN_ACTS)[number];

export function isRunAct(act: PresentAct): act is RunAct {
  return RUN_ACTS.some((one) => one === act);
}

export type PresentAct = (typeof PRESENT_ACTS)[number];
