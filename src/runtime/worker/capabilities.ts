/** Takes away what a program could use to leave its worker. The frame's policy already forbids it; this is the second lock. */

const CAPABILITIES = [
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'importScripts',
  'Worker',
  'SharedWorker',
  'BroadcastChannel',
  'MessageChannel',
  'indexedDB',
  'IDBFactory',
  'caches',
  'CacheStorage',
  'FontFace',
  'fonts',
  'postMessage',
  'close',
  'navigator',
  'webkitRequestFileSystem',
  'webkitRequestFileSystemSync',
  'webkitResolveLocalFileSystemURL',
  'webkitResolveLocalFileSystemSyncURL',
  'RTCDataChannel',
  'Notification',
  'PushManager',
  'cookieStore',
  'CookieStore',
  'StorageManager',
  'LockManager',
  'SharedStorage',
  'trustedTypes',
  'createImageBitmap',
  'FileReaderSync',
  'FileSystemSyncAccessHandle',
] as const;

/** Removes every capability from the worker's global object and from the objects it inherits from. */
export function removeCapabilities(scope: object): void {
  for (const name of CAPABILITIES) {
    for (let owner: object | null = scope; owner !== null; owner = Object.getPrototypeOf(owner)) {
      if (Object.hasOwn(owner, name)) Reflect.deleteProperty(owner, name);
    }
    // A frozen absence: nothing can be put there again to be mistaken for the real thing.
    Reflect.defineProperty(scope, name, { value: undefined, configurable: false, writable: false });
  }
}
