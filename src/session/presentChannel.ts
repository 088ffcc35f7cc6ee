/** What the window that presents and the window of the notes say to each other. Every message is parsed by a schema. */
import * as v from 'valibot';
import { ToldSchema } from '../store/followed.ts';
import { PRESENT_ACTS } from './presentActs.ts';

const NAME = 'faultline/present/v1';

const MessageSchema = v.variant('kind', [
  /** from the presenter: it has begun, perhaps after a reload, and does not know yet whether there are notes */
  v.strictObject({ kind: v.literal('begun') }),
  /** from the presenter: how things stand */
  v.strictObject({ kind: v.literal('told'), told: ToldSchema }),
  /** from the presenter: it has left Present */
  v.strictObject({ kind: v.literal('left'), presenter: v.string() }),
  /** from the notes: they are open, and ask how things stand */
  v.strictObject({ kind: v.literal('asks') }),
  /** from the notes: they are closed */
  v.strictObject({ kind: v.literal('closed') }),
  /** from the notes: the presenter is to do this */
  v.strictObject({ kind: v.literal('act'), presenter: v.string(), act: v.picklist(PRESENT_ACTS) }),
]);
export type PresentMessage = v.InferOutput<typeof MessageSchema>;

export interface PresentChannel {
  send(message: PresentMessage): void;
  close(): void;
}

/** Opens the channel between windows of this page; what is no message of ours is let pass. Null where the browser has none. */
export function openPresentChannel(onMessage: (message: PresentMessage) => void): PresentChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const read = v.safeParse(MessageSchema, data);
    if (read.success) onMessage(read.output);
  });
  return {
    send: (message) => channel.postMessage(message),
    close: () => channel.close(),
  };
}
