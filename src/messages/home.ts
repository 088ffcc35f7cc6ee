/** Words of the home page about recordings and progress. */
import { lazily } from '../base/lazily.ts';
import { formatCount } from '../base/format.ts';

const day = lazily(() => new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }));

function counted(count: number, one: string, more: string): string {
  return `${formatCount(count)} ${count === 1 ? one : more}`;
}

interface Far {
  readonly state: 'new' | 'begun' | 'done';
  readonly seen: number;
  readonly steps: number;
  readonly answered: number;
  readonly questions: number;
}

export const home = {
  begin: 'Begin with lesson 1',
  goOn: 'Continue',
  /** where it leads; `step` from 1 */
  goOnAt: (number: number, short: string, step: number, title: string) =>
    `Lesson ${number}, ${short}, step ${step}: ${title}`,
  goOnIn: (step: string, title: string) => `${step}: ${title}`,
  allDone: 'All lessons are done.',

  recording: {
    label: 'A recorded run',
    recorded: 'recorded',
    title: (number: number, title: string) => `Lesson ${number}: ${title}`,
    /** `made` as in 2026-11-29 */
    made: (made: string, python: string) =>
      `A recording of both programs, made on ${day().format(new Date(made))} with CPython ${python}.`,
    still: 'The lines and lanes follow what happened, event by event.',
    play: 'Play',
    pause: 'Pause',
    again: 'Play again',
    moment: 'Moment of the recording',
    event: (event: number, count: number) => `Moment ${formatCount(event)} of ${formatCount(count)}`,
    runReally: 'Run it for real',
    runNote: 'opens the lesson and runs both programs',
    side: (name: string) => `${name}, recorded`,
    code: (name: string) => `The lines that matter, ${name}`,
  },

  card: {
    picture: (side: string) => `${side}, recorded`,
    pictureInPart: (side: string) => `${side}, recorded: how it begins`,
  },

  progress: {
    goOn: 'Continue',
    again: 'Look again',
    far: ({ state, seen, steps, answered, questions }: Far) =>
      state === 'done'
        ? 'Done'
        : `${formatCount(seen)} of ${counted(steps, 'step', 'steps')} seen, ${formatCount(answered)} of ${counted(questions, 'question', 'questions')} answered`,
  },
};
