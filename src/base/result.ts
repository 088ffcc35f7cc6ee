/** Result: the outcome of something that may fail, as a value. */

/** Either the value, or why there is none. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Nothing to hand back: it worked. */
export const done: Result<void, never> = { ok: true, value: undefined };

export function success<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function failure<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
