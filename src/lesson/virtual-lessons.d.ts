/** Says that the modules exist which `vite-plugin.ts` makes; `catalog.ts`, `noted.ts`, `recorded.ts` say what they export. */
declare module 'virtual:faultline-lessons' {}
declare module 'virtual:faultline-notes' {}
declare module 'virtual:faultline-recordings' {}
