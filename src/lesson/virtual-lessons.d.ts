/** The module that `vite-plugin.ts` makes of the folder `lessons/`. */
declare module 'virtual:faultline-lessons' {
  export const lessons: readonly import('./schema.ts').Lesson[];
}
