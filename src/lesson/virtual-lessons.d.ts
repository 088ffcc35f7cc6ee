/** Says that the module exists which `vite-plugin.ts` makes; `catalog.ts` says what it exports. */
declare module 'virtual:faultline-lessons' {}
