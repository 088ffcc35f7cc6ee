/** Makes a thing when it is first needed. What a browser loads for one may take longer than drawing a page. */
export function lazily<Thing extends object>(make: () => Thing): () => Thing {
  let made: Thing | null = null;
  return () => (made ??= make());
}
