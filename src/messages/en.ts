/** All words of the interface, in English. Screens take them from here, never from their own text. */
import { app } from './app.ts';
import { errors } from './errors.ts';
import { published } from './published.ts';
import { views } from './views.ts';

export const messages = { ...app, errors, published, views };
