/** The words about use without a network: what is on this device, new versions, what is missing. */
import { lazily } from '../base/lazily.ts';
import { formatBytes } from '../base/format.ts';

const why = {
  full: 'there is no room for it in this browser. Free some space and try again.',
  network: 'the download failed. Connect to the network and try again.',
  refused: 'this browser keeps nothing for this page. Private windows often do so.',
};

/** `sqlalchemy`, `sqlalchemy and typing_extensions`. */
const list = lazily(() => new Intl.ListFormat('en'));

export const offline = {
  title: 'Offline',
  everything: (size: number) => `Make everything available offline (${formatBytes(size)})`,
  again: 'Try again',
  progress: 'Copying for offline use',
  copying: (copied: number, total: number) =>
    total === 0
      ? 'Not available offline yet: the copy is made once Python is here.'
      : `Being made available offline: ${formatBytes(copied)} of ${formatBytes(total)}. Keep the page open.`,
  notCopied: (cause: keyof typeof why) => `Not available offline: ${why[cause]}`,
  unsupported: {
    file: 'Not available offline: the page was opened as a file. It needs an address that begins with https or http://localhost.',
    insecure:
      'Not available offline: browsers allow it only at an address that begins with https or http://localhost.',
    browser: 'Not available offline: this browser cannot keep a page.',
    development: 'Not available offline: this is the development server.',
  },
  copied: {
    all: 'Available offline: this page, Python and all packages are on this device.',
    missing:
      'Available offline: this page and Python are on this device. The packages of lessons that you have not opened are not, yet.',
    copying: (copied: number, total: number) =>
      `Packages are being copied: ${formatBytes(copied)} of ${formatBytes(total)}.`,
    notCopied: (cause: keyof typeof why) =>
      `This page and Python are available offline. The packages are not: ${why[cause]}`,
  },

  version: {
    label: 'New version',
    waiting: 'A new version of this page is ready. It begins when you say so, and your edits stay.',
    take: 'Use it now',
    replaced:
      'Another tab has begun a new version of this page. This tab goes on with the old one until you reload it; your edits stay.',
    reload: 'Reload',
    later: 'Later',
  },

  pythonAbsent: 'Python is not here',
  packagesAbsent: (names: readonly string[]) => `Python without ${list().format(names)}`,
  failedPackages: (names: readonly string[]) =>
    `These programs need ${list().format(names)}, which could not be downloaded. Python itself is here, and the lessons that need no package run. Connect to the network and press Retry; afterwards they stay on this device.`,
};
