/** The built page's list of files, made by `vite-plugin.ts`; its contents are declared in `worker/build.ts`. */
declare module 'virtual:faultline-files' {}
