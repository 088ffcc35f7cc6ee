/** What changes the output, event by event: what is printed. Pure. */
import { changes } from '../../messages/en.ts';
import { shortened } from '../../base/shortened.ts';
import { changesToldBy } from '../shared/growingChanges.ts';

/** Of what was printed, in a sentence. Characters. */
const LONGEST = 80;

/** What a picture's program printed, write by write. */
export const outputChanges = changesToldBy({
  roleOf: ({ stream }, event) => (stream.wordAt(event) === 'print' ? 'begins' : 'none'),
  wordsOf: ({ stream, prints }, event) =>
    changes.prints(shortened(prints.at(stream.indexAt(event))?.text.trim() ?? '', LONGEST)),
});
