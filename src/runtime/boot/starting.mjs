// How Python is started, wherever that is done: in a worker, and where the build makes the memory that workers begin with.

/** Where our Python lies inside the interpreter's file system; the paths in its compiled modules say the same. */
export const OUR_ARCHIVE = '/lib/faultline.zip';

/** Where packages lie; the paths inside their compiled modules say the same (`compile_package.py`). */
export const PACKAGES = '/lib/packages';

/** Never requested: Pyodide wants addresses, and gets the bytes from memory. */
export const NOWHERE = 'https://pyodide.invalid/';

/** Hashes, and so the order of sets of strings, are the same in every run. So is the language, whatever the browser's is. */
export const ENVIRONMENT = Object.freeze({
  PYTHONHASHSEED: '0',
  HOME: '/home/learner',
  PYTHONUTF8: '1',
  LANG: 'en_US.UTF-8',
});
