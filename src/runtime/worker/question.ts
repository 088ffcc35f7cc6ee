/** The question of manual stepping: the program stands still until the person has chosen who goes on. */
import type { Choice, Question, Stride } from '../schedule.ts';
import type { Suspension } from './carriers.ts';
import type { StopFlag } from './stop.ts';

/** No thread: the run is to stop, and nothing was chosen. */
const NOBODY = -1;

/** A suspension until an answer comes. Python sets `text` before and reads the answer after. */
export interface QuestionSuspension extends Suspension {
  /** JSON of the question */
  text: string;
  /** the answer: who goes on, -1 when Stop was pressed instead */
  thread: number;
  /** the answer: how far */
  stride: Stride;
  /** Answers the question that is open; ignored when none is. */
  answer(choice: Choice): void;
}

/** `suspension` makes a suspension of what is to happen in it; `post` sends the page the parsed question. */
export function createQuestion(
  suspension: (body: (resume: () => void) => void) => Suspension,
  stop: StopFlag,
  post: (question: Question) => void,
): QuestionSuspension {
  let proceed: (() => void) | null = null;
  const close = (thread: number, stride: Stride): void => {
    const resume = proceed;
    if (resume === null) return;
    proceed = null;
    question.thread = thread;
    question.stride = stride;
    resume();
  };
  stop.onAsk(() => close(NOBODY, 'instruction'));
  const question: QuestionSuspension = {
    text: '',
    thread: NOBODY,
    stride: 'instruction',
    ...suspension((resume) => {
      const asked: Question = JSON.parse(question.text);
      proceed = resume;
      if (stop.asked()) close(NOBODY, 'instruction');
      else post(asked);
    }),
    answer: ({ thread, stride }) => close(thread, stride),
  };
  return question;
}
