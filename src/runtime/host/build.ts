/** What the build adds to the app: the image's manifest, its own version, the worker as text, the address of the runner frame. */
import type { ImageManifest } from '../boot/image.ts';

declare module 'virtual:faultline-runtime' {
  export const manifest: ImageManifest;
  /** of the page, as `package.json` has it */
  export const version: string;
  /** the worker as one classic script */
  export const worker: string;
  /** addresses relative to the page */
  export const frameAddress: string;
  export const imageFolder: string;
}

export { frameAddress, imageFolder, manifest, version, worker } from 'virtual:faultline-runtime';
