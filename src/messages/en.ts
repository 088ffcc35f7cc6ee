/** The entrance to all words of the interface, in English. Everybody takes them from here, never from their own text. */
import { app } from './app.ts';
import { compare } from './compare.ts';
import { errors } from './errors.ts';
import { offline } from './offline.ts';
import { panes } from './panes.ts';
import { published } from './published.ts';
import { sharing } from './sharing.ts';
import { views } from './views.ts';

export { changes } from './changes.ts';
export { embed } from './embed.ts';
export { entries } from './entries.ts';
export { home } from './home.ts';
export { causeWords, chainWords, labelWords, interleavingWords, waitedFor } from './facts.ts';
export { guidance } from './guidance.ts';
export { heapWords } from './heap.ts';
export { links } from './links.ts';
export { modules } from './modules.ts';
export { pool } from './pool.ts';
export { takeAway } from './takeAway.ts';
export { views } from './views.ts';
export { present } from './present.ts';
export { piecesOf, quoteNames } from './wording.ts';

export const messages = { ...app, compare, errors, offline, panes, published, sharing, views };
