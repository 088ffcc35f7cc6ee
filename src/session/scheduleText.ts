/** A schedule as text that can be copied and pasted: the model, and who went on at which step. Pure. */
import * as v from 'valibot';
import { failure, success, type Result } from '../base/result.ts';
import { messages } from '../messages/en.ts';
import { DecisionsSchema, MODELS } from '../runtime/schedule.ts';
import type { RecordedSchedule } from '../store/schedule.ts';

const words = messages.schedule.load.errors;

const TextSchema = v.object({
  faultline: v.literal('schedule'),
  model: v.picklist(MODELS),
  decisions: DecisionsSchema,
});

export function writeSchedule({ model, decisions }: RecordedSchedule): string {
  return JSON.stringify({ faultline: 'schedule', model, decisions });
}

/** The schedule, or in words why the text is none. */
export function readSchedule(text: string): Result<RecordedSchedule, string> {
  if (text.trim() === '') return failure(words.empty);
  const parsed = v.safeParse(TextSchema, fromJson(text));
  if (parsed.success) {
    const { model, decisions } = parsed.output;
    return risesByStep(decisions) ? success({ model, decisions }) : failure(words.order);
  }
  // Paths are spelt out, e.g. `decisions.3.0`.
  const parts = Object.keys(v.flatten<typeof TextSchema>(parsed.issues).nested ?? {});
  if (parts.includes('faultline')) return failure(words.none);
  if (parts.includes('model')) return failure(words.model);
  return failure(parts.length === 0 ? words.none : words.decisions);
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function risesByStep(decisions: RecordedSchedule['decisions']): boolean {
  return decisions.every(([step], index) => step >= (decisions[index - 1]?.[0] ?? 0));
}
