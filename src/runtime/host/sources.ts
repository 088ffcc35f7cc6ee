/** Our own Python, as the build finds it. Tests stay at home. */
const found = import.meta.glob<string>('../python/faultline/**/*.py', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Source by path inside the interpreter's folder: `faultline/recorder.py`. */
export const pythonSources: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(found).map(([path, source]) => [path.replace('../python/', ''), source]),
);
