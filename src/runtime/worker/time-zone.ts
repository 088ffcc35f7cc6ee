/** The time zone of programs: UTC, wherever the person is, so that runs come out the same. */

/**
 * Has `Date` tell local time in UTC. Python's C library asks it for the time zone.
 *
 * To be called before Python is started.
 */
export function liveInUtc(): void {
  const Local = globalThis.Date;
  const { prototype } = Local;
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    Reflect.set(prototype, `get${part}`, Reflect.get(prototype, `getUTC${part}`));
  }
  prototype.getTimezoneOffset = () => 0;
  globalThis.Date = new Proxy(Local, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 1 ? [Reflect.apply(Local.UTC, Local, args)] : args, newTarget),
  });
}
