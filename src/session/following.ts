/** Commands of the window of the teacher's notes: follow whoever presents, and ask them to do something. */
import { hear, hearLeft, useFollowed } from '../store/followed.ts';
import type { PresentAct } from './presentActs.ts';
import { openPresentChannel, type PresentChannel } from './presentChannel.ts';

export function createFollowing() {
  let channel: PresentChannel | null = null;
  return {
    /** Follows the presentation until the returned function is called. */
    follow: (): (() => void) => {
      const opened = openPresentChannel((message) => {
        if (message.kind === 'begun') opened?.send({ kind: 'asks' });
        if (message.kind === 'told') hear(message.told);
        if (message.kind === 'left') hearLeft(message.presenter);
      });
      channel = opened;
      opened?.send({ kind: 'asks' });
      return () => {
        // A window that goes away and a screen that does both end it.
        if (channel !== opened) return;
        channel = null;
        opened?.send({ kind: 'closed' });
        opened?.close();
      };
    },
    /** Has the presenter do something; nothing while there is none. */
    askFor: (act: PresentAct) => {
      const { told, presenter } = useFollowed.getState();
      if (told !== null && presenter === 'there') {
        channel?.send({ kind: 'act', presenter: told.presenter, act });
      }
    },
  };
}
