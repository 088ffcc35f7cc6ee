/** Recorded decisions in format 1: what lies between two steps, in one number with the thread; the shortest of three forms. */
import type { Decision } from '../../runtime/schedule.ts';
import { ByteReader, ByteWriter, UnreadableBytes } from '../bytes.ts';
import { compressed, decompressed } from '../compress.ts';
import { bestSize, fromBits, toBits } from './bits.ts';

/** As many as the runtime takes. */
const MOST_DECISIONS = 200_000;
/** Above these step and thread could make a number that JavaScript does not count exactly. */
const MOST_THREADS = 1000;
const MOST_STEPS = 2 ** 40;

/** The forms of the numbers: varints, varints compressed, or bits, whose size is added to the last. */
const VARINTS = 0;
const COMPRESSED = 1;
const BITS = 2;
const NO_DICTIONARY = new Uint8Array(0);
/** Ten bytes a decision: no varints take more. */
const MOST_BYTES = MOST_DECISIONS * 20;

/** How many, how many threads, the form, and the numbers. */
export function writeDecisions(decisions: readonly Decision[]): Uint8Array {
  const threads = threadsOf(decisions);
  const numbers = numbersOf(decisions, threads);
  const bytes = new ByteWriter();
  bytes.natural(decisions.length);
  bytes.natural(threads);
  const { form, body } = shortest(numbers);
  bytes.byte(form);
  bytes.raw(body);
  return bytes.done();
}

/** @throws UnreadableBytes for what `writeDecisions` never writes */
export function readDecisions(section: Uint8Array): Decision[] {
  const bytes = new ByteReader(section);
  const count = bytes.natural();
  const threads = bytes.natural();
  const form = bytes.byte();
  if (count > MOST_DECISIONS) throw new UnreadableBytes('there are too many decisions');
  const numbers = readNumbers(bytes.raw(bytes.left), form, threads === 0 ? count * 2 : count);
  let step = 0;
  return Array.from({ length: count }, (_, index): Decision => {
    if (threads === 0) return [numbers[index * 2] ?? 0, numbers[index * 2 + 1] ?? 0];
    const number = numbers[index] ?? 0;
    step += Math.floor(number / threads);
    return [step, number % threads];
  });
}

/**
 * Decisions come in the order of their steps. Of those that do not, or are very far apart, step and thread stand side by
 * side, and the number of threads is 0.
 */
function numbersOf(decisions: readonly Decision[], threads: number): readonly number[] {
  if (threads === 0) return decisions.flat();
  return decisions.map(
    ([step, thread], index) => (step - (decisions[index - 1]?.[0] ?? 0)) * threads + thread,
  );
}

/** How many threads there are, if they can stand together with their steps; else 0. */
function threadsOf(decisions: readonly Decision[]): number {
  let [before, threads] = [0, 1];
  for (const [step, thread] of decisions) {
    if (step < before || step > MOST_STEPS || thread >= MOST_THREADS) return 0;
    before = step;
    threads = Math.max(threads, thread + 1);
  }
  return threads;
}

function shortest(numbers: readonly number[]): { readonly form: number; readonly body: Uint8Array } {
  const writer = new ByteWriter();
  for (const number of numbers) writer.natural(number);
  const varints = writer.done();
  const size = bestSize(numbers);
  const forms = [
    { form: VARINTS, body: varints },
    { form: COMPRESSED, body: compressed(varints, NO_DICTIONARY) },
    { form: BITS + size, body: toBits(numbers, size) },
  ];
  return forms.reduce((best, one) => (one.body.length < best.body.length ? one : best));
}

function readNumbers(body: Uint8Array, form: number, count: number): readonly number[] {
  if (form >= BITS) return fromBits(body, count, form - BITS);
  const varints = form === COMPRESSED ? decompressed(body, NO_DICTIONARY, MOST_BYTES) : null;
  if (varints !== null && !varints.ok) throw new UnreadableBytes('they cannot be unpacked');
  const bytes = new ByteReader(varints?.value ?? body);
  const numbers = Array.from({ length: count }, () => bytes.natural());
  if (bytes.left > 0) throw new UnreadableBytes('there is more than was to be read');
  return numbers;
}
