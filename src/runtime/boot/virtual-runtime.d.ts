/** Says that the module exists which `vite-plugin.ts` makes; `../host/build.ts` says what it exports. */
declare module 'virtual:faultline-runtime' {}
/** Our WebAssembly, as base64. */
declare module 'virtual:faultline-native' {
  const text: string;
  export default text;
}
