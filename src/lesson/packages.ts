/** Which packages the lesson of an address needs, told before the lessons themselves are here. */
import { packages as packagesOf } from 'virtual:faultline-packages';
import { readLessonAddress } from './address.ts';

declare module 'virtual:faultline-packages' {
  /** by the lesson's id */
  export const packages: Readonly<Record<string, readonly string[]>>;
}

/** The packages of the lesson that an address names; null for any other, and for a link, which says more when it is read. */
export function packagesAt(hash: string): readonly string[] | null {
  const address = readLessonAddress(hash);
  return address === null || address.place.kind === 'packed' ? null : (packagesOf[address.lesson] ?? null);
}
