/** In the window of the teacher's notes: the presentation that another window has told of. */
import * as v from 'valibot';
import { create } from 'zustand';
import { PresentationSchema } from './presentation.ts';

/** What the class has before it, as far as a teacher wants it in words. */
export const SeenSchema = v.strictObject({
  runs: v.picklist(['none', 'live', 'ended']),
  /** the verdict's sentence, and what must be known beside it */
  verdict: v.string(),
  note: v.string(),
  playing: v.picklist(['playing', 'slow', 'still']),
});
export type Seen = v.InferOutput<typeof SeenSchema>;

export const ToldSchema = v.strictObject({
  /** the name of the tab that presents */
  presenter: v.string(),
  presentation: PresentationSchema,
  seen: SeenSchema,
});
export type Told = v.InferOutput<typeof ToldSchema>;

/** `told` stays after the presenter has left, with the slide that was shown last. */
interface Followed {
  readonly told: Told | null;
  readonly presenter: 'never heard' | 'there' | 'left';
}

export const useFollowed = create<Followed>()(() => ({ told: null, presenter: 'never heard' }));

export function hear(told: Told): void {
  useFollowed.setState({ told, presenter: 'there' });
}

/** The tab that presented has left Present. Another one's leaving is nothing to this window. */
export function hearLeft(presenter: string): void {
  if (useFollowed.getState().told?.presenter === presenter) useFollowed.setState({ presenter: 'left' });
}
