/** Numbers as people read them: durations, counts, bytes. English, as all words of the interface. */

/** Keeps a number and its unit on one line. */
const SPACE = '\u00a0';

/** `12,480.50`. Not from `Intl`, which loads its data when it is first asked: numbers are drawn while Python starts. */
function fixed(value: number, digits: number): string {
  const [whole = '', parts] = value.toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return parts === undefined ? grouped : `${grouped}.${parts}`;
}

interface Unit {
  readonly name: string;
  readonly micros: number;
}
const MICROSECONDS: Unit = { name: 'µs', micros: 1 };
const MILLISECONDS: Unit = { name: 'ms', micros: 1_000 };
const SECONDS: Unit = { name: 's', micros: 1_000_000 };

/**
 * A duration in microseconds with the unit that suits it: `420 µs`, `3.1 ms`, `412 ms`, `10.02 s`, `125.4 s`.
 * The unit is chosen after rounding, so 999.7 ms reads `1.00 s`.
 */
export function formatDuration(micros: number): string {
  const size = Math.abs(micros);
  if (size === 0) return `0${SPACE}${SECONDS.name}`;
  if (size < 999.5) return inUnit(micros, MICROSECONDS, 0);
  if (size < 99_950) return inUnit(micros, MILLISECONDS, 1);
  if (size < 999_500) return inUnit(micros, MILLISECONDS, 0);
  return inUnit(micros, SECONDS, size < 99_995_000 ? 2 : 1);
}

function inUnit(micros: number, unit: Unit, digits: number): string {
  return `${fixed(micros / unit.micros, digits)}${SPACE}${unit.name}`;
}

/** Writes the moments of one axis alike: same unit and same number of decimals for every multiple of `step`. */
export function momentFormat(step: number): (micros: number) => string {
  const unit = step >= 100_000 ? SECONDS : step >= 100 ? MILLISECONDS : MICROSECONDS;
  const relative = step / unit.micros;
  const digits = Math.min(3, Math.max(0, -Math.floor(Math.log10(relative) + 1e-9)));
  return (micros) => (micros === 0 ? `0${SPACE}${unit.name}` : inUnit(micros, unit, digits));
}

/** A whole number with separators: `12,480`. */
export function formatCount(count: number): string {
  return fixed(count, 0);
}

/** A figure of a scoreboard: whole numbers as they are, others with two decimals. */
export function formatFigure(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : fixed(value, 2);
}

/** How many times larger: `1.3`, `9.9`, `42`. */
export function formatRatio(ratio: number): string {
  return fixed(ratio, ratio < 19.95 ? 1 : 0);
}

/** A size in bytes, decimal units: `980 B`, `12.4 kB`, `5.0 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 999.5) return `${fixed(bytes, 0)}${SPACE}B`;
  if (bytes < 999_950) return `${fixed(bytes / 1_000, 1)}${SPACE}kB`;
  return `${fixed(bytes / 1_000_000, 1)}${SPACE}MB`;
}
