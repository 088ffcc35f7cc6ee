// Messages over a socket: one JSON value a line.

/**
 * @param {import('node:net').Socket} socket
 * @param {(value: unknown) => void} onValue called with each message; a line that is no JSON ends the connection
 * @returns {(most: number) => void} sets how long a message may be; none may be longer than 64 KB at first
 */
export function receiveLines(socket, onValue) {
  /** @type {string[]} */
  let parts = [];
  let length = 0;
  let most = 65_536;
  socket.setEncoding('utf8');
  socket.on('data', (/** @type {string} */ chunk) => {
    const [first = '', ...further] = chunk.split('\n');
    parts.push(first);
    length += first.length;
    for (const next of further) {
      const line = parts.join('');
      parts = [next];
      length = next.length;
      if (!deliver(line)) return;
    }
    if (length > most) socket.destroy();
  });
  /** @param {string} line */
  const deliver = (line) => {
    /** @type {unknown} */
    let value;
    try {
      value = JSON.parse(line);
    } catch {
      socket.destroy();
      return false;
    }
    onValue(value);
    return !socket.destroyed;
  };
  return (longest) => {
    most = longest;
  };
}

/**
 * @param {import('node:net').Socket} socket
 * @param {object} value
 */
export function sendLine(socket, value) {
  if (!socket.destroyed) socket.write(`${JSON.stringify(value)}\n`);
}
