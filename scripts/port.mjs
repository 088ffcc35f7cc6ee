// Chooses the port to serve on, and says in one sentence what to do when it cannot be had.
import { createServer } from 'node:net';
import { PlainError } from './command.mjs';

export const DEFAULT_PORT = 4173;

/**
 * @param {string | undefined} typed what stood after `--port`, or in `PORT`; empty means the default
 * @returns {number} between 1 and 65535; throws a PlainError for anything else
 */
export function readPort(typed) {
  if (typed === undefined || typed === '') return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(typed) ? Number(typed) : 0;
  if (port >= 1 && port <= 65535) return port;
  throw new PlainError(
    `"${typed}" is not a port: use a number from 1 to 65535, for example npm start -- --port 5000`,
  );
}

/**
 * Listens, and resolves once it does. Throws a PlainError when the port is taken or not allowed.
 * @param {import('node:net').Server} server
 * @param {number} port 0 asks for any free one
 * @param {string} host
 * @returns {Promise<number>} the port
 */
export function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new PlainError(reason(error, port, host))));
    server.listen(port, host, () => {
      const address = server.address();
      // It is a text for a pipe alone.
      resolve(address === null || typeof address === 'string' ? port : address.port);
    });
  });
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {string} host
 */
function reason(error, port, host) {
  const next = port < 65535 ? port + 1 : DEFAULT_PORT;
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program: stop that one, or choose another port, for example npm start -- --port ${next}`;
  }
  if (error.code === 'EACCES') {
    return `Port ${port} may not be used on this machine: choose one above 1023, for example npm start -- --port ${DEFAULT_PORT}`;
  }
  return `The server could not start on ${host}, port ${port}: ${error.message}`;
}

/**
 * Fails early, before minutes of set-up, when the port is taken.
 * @param {number} port
 * @param {string} host
 */
export async function checkPort(port, host) {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}

/** A port that is free now. */
export async function freePort() {
  const probe = createServer();
  const port = await listen(probe, 0, '127.0.0.1');
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
