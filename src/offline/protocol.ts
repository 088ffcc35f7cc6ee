/** What the page and its service worker say to one another. */
import * as v from 'valibot';

const size = v.pipe(v.number(), v.minValue(0));

/** From the service worker, while it makes its copy of the page. */
export const WorkerMessageSchema = v.variant('kind', [
  /** bytes of all files together */
  v.object({ kind: v.literal('copying'), copied: size, total: size }),
  v.object({ kind: v.literal('not copied'), why: v.picklist(['full', 'network', 'refused']) }),
]);
export type WorkerMessage = v.InferOutput<typeof WorkerMessageSchema>;

/** From the page to a service worker that waits: the person wants its version now. */
export const OrderSchema = v.object({ kind: v.literal('take over') });
export type Order = v.InferOutput<typeof OrderSchema>;
