/** Which paths a program's files may have. */
import { expect, test } from 'vitest';
import { FILE_PATH } from './filePath.ts';

test.each(['main.py', 'shop/orders.py', 'a-b/c_d.txt', 'data.tar.gz', '__init__.py'])(
  '%s is a path',
  (path) => {
    expect(FILE_PATH.test(path)).toBe(true);
  },
);

test.each(['', '/main.py', 'a//b.py', 'a/', '../x.py', 'a/../../x.py', '.hidden', 'a b.py', 'a\\b.py', 'a.'])(
  '%j is none',
  (path) => {
    expect(FILE_PATH.test(path)).toBe(false);
  },
);
