/** What the build adds to the app: the image's manifest, the worker as text, the address of the runner frame. */
import type { ImageManifest } from '../boot/image.ts';

declare module 'virtual:faultline-runtime' {
  export const manifest: ImageManifest;
  /** the worker as one classic script */
  export const worker: string;
  /** addresses relative to the page */
  export const frameAddress: string;
  export const imageFolder: string;
}

export { frameAddress, imageFolder, manifest, worker } from 'virtual:faultline-runtime';
