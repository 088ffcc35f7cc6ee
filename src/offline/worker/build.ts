/** What the build tells the service worker: the files of the page that it was built with. */
import type { BuiltFiles } from '../files.ts';

declare module 'virtual:faultline-files' {
  export const files: BuiltFiles;
}

export { files } from 'virtual:faultline-files';
