/** Says that the modules exist which `vite-plugin.ts` makes; `catalog.ts` and `noted.ts` say what they export. */
declare module 'virtual:faultline-lessons' {}
declare module 'virtual:faultline-notes' {}
