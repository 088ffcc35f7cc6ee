import { beforeEach, expect, test } from 'vitest';
import { putVersionOff, setCopies, setPackageCopies, setVersion, useOffline } from './offline.ts';

beforeEach(() => useOffline.setState(useOffline.getInitialState()));

test('packages are kept beside a page that is, and not without it', () => {
  setPackageCopies({ kind: 'missing', size: 3 });
  expect(useOffline.getState().copies).toEqual({ kind: 'copying', copied: 0, total: 0 });
  setCopies({ kind: 'copied', packages: { kind: 'missing', size: 3 } });
  setPackageCopies({ kind: 'not copied', why: 'full', size: 3 });
  const packages = { kind: 'not copied', why: 'full', size: 3 };
  expect(useOffline.getState().copies).toEqual({ kind: 'copied', packages });
});

test('a version that was put off is spoken of again when it has taken over', () => {
  setVersion('waiting');
  putVersionOff();
  expect(useOffline.getState()).toMatchObject({ version: 'waiting', putOff: true });
  setVersion('replaced');
  expect(useOffline.getState()).toMatchObject({ version: 'replaced', putOff: false });
});
