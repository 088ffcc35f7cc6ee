/** Says that the module exists which `vite-plugin.ts` makes; `../host/build.ts` says what it exports. */
declare module 'virtual:faultline-runtime' {}
/** Our WebAssembly, as base64: what works inside the interpreter, and what opens files for it. */
declare module 'virtual:faultline-native' {
  export const inside: string;
  export const opening: string;
}
