/** Where the time of a first visit goes: moments that a recorded profile and `npm run bench` show. */

type Milestone =
  | 'Python is wanted'
  | 'the image is here'
  | 'the interpreter is compiled'
  | 'a worker begins'
  | 'Python has started'
  | 'ours is imported'
  | 'Python has proved itself'
  | 'a worker is ready'
  | 'a worker has rehearsed'
  | 'a run begins';

/** Notes that this has happened now, in the page, the frame or a worker. */
export function reached(milestone: Milestone): void {
  performance.mark(`faultline: ${milestone}`);
}
