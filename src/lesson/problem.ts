/** A problem in a lesson: where it is, and what its author can do about it. */

export interface Problem {
  /** path from the project's folder, with slashes: `lessons/1-asyncio/lesson.md` */
  readonly file: string;
  /** counts from 1; null when the problem is the file as a whole */
  readonly line: number | null;
  readonly message: string;
}

/** Takes down a problem of the file being read; lines count from 1 in that file. */
export type Report = (line: number | null, message: string) => void;

/** `lessons/1-asyncio/lesson.md:12: message`, which terminals and editors turn into a link. */
export function writeProblem({ file, line, message }: Problem): string {
  return line === null ? `${file}: ${message}` : `${file}:${line}: ${message}`;
}
