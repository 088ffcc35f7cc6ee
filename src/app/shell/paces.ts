/** The choice of pace, as the run bar and the options offer it. */
import { messages } from '../../messages/en.ts';
import { PACES } from '../../runtime/protocol.ts';

export const paces = PACES.map((value) => ({
  value,
  label: messages.run.paces[value],
  title: messages.run.paceTitles[value],
}));
