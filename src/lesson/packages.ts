/** Which packages the lesson of an address needs, told before the lessons themselves are here. */
import { packages as packagesOf } from 'virtual:faultline-packages';

declare module 'virtual:faultline-packages' {
  /** by the lesson's id */
  export const packages: Readonly<Record<string, readonly string[]>>;
}

/** A lesson's own address, or a place in it. What a link has packed says more, and is read later. */
const LESSON = /^#\/([a-z][a-z0-9-]*)(?:[/?](?![A-Z]).*)?$/;

/** The packages of the lesson that an address names; null for any other address. */
export function packagesAt(hash: string): readonly string[] | null {
  return packagesOf[LESSON.exec(hash)?.[1] ?? ''] ?? null;
}
