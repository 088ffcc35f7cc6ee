/** Hosts that serve a page in a way of their own: below a path, or with files changed on the way. */
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** The path below which such a host serves. */
export const BASE = '/sub/path/';

/** Serves below `BASE`, and nowhere else, what `address` serves, with each file changed as `sent` says; at any free port. */
export async function hostOf(
  address: string,
  sent: (path: string, bytes: Buffer) => Buffer,
  port = 0,
): Promise<Server> {
  const server = createServer(({ url = '/', headers: { 'if-none-match': _kept, ...asked } }, response) => {
    if (!url.startsWith(BASE)) {
      response.writeHead(404).end();
      return;
    }
    const path = url.slice(BASE.length);
    const answered = async (answer: IncomingMessage): Promise<void> => {
      const { 'content-length': _length, ...kept } = answer.headers;
      response.writeHead(answer.statusCode ?? 500, kept);
      response.end(sent(path, await buffer(answer)));
    };
    // Always the whole file: what is changed on the way may be another since.
    request(new URL(path, address), { headers: { ...asked, 'accept-encoding': 'identity' } }, (answer) => {
      void answered(answer);
    }).end();
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

/** Where the page of such a host is. */
export function homeOf(server: Server): string {
  return `http://127.0.0.1:${portOf(server)}${BASE}`;
}

/** At which port a server listens. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens at no port');
  return address.port;
}

/** Ends a server, also for who still listens to it. */
export function end(server: Server): void {
  server.closeAllConnections();
  server.close();
}
