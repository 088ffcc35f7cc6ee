/** The stop flag: how a worker learns that the person pressed Stop, whether or not it ever returns to its loop. */

export interface StopFlag {
  /** True once Stop was pressed. */
  asked(): boolean;
  /** Called when a message says so. */
  ask(): void;
  /** Has `listener` called when a message says so. */
  onAsk(listener: () => void): void;
}

/** For workers that suspend: messages arrive while the program waits or polls. */
export function messageStop(): StopFlag {
  let asked = false;
  const listeners: (() => void)[] = [];
  return {
    asked: () => asked,
    ask() {
      asked = true;
      for (const listener of listeners) listener();
    },
    onAsk: (listener) => listeners.push(listener),
  };
}

/**
 * For workers that cannot suspend: no message can arrive while Python runs, but a synchronous request can ask
 * whether a blob URL still exists. The frame that made the URL revokes it to stop the run.
 * Needs no SharedArrayBuffer and so no special headers.
 */
export function revokedUrlStop(url: string): StopFlag {
  const stop = messageStop();
  const Request = globalThis.XMLHttpRequest;
  return {
    ...stop,
    asked() {
      if (stop.asked()) return true;
      const request = new Request();
      try {
        request.open('GET', url, false);
        request.send();
      } catch {
        stop.ask();
      }
      return stop.asked();
    },
  };
}
