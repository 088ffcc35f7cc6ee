/** Says that the modules exist which `vite-plugin.ts` makes; `catalog.ts`, `noted.ts`, `recorded.ts`, `packages.ts` say what they export. */
declare module 'virtual:faultline-lessons' {}
declare module 'virtual:faultline-notes' {}
declare module 'virtual:faultline-recordings' {}
declare module 'virtual:faultline-packages' {}
