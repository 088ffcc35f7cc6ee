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
export type PresentAct = (typeof PRESENT_ACTS)[number];
