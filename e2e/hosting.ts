/** Hosts that serve a page in a way of their own: below a path, or with files changed on the way. */
import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** The path below which such a host serves. */
export const BASE = '/sub/path/';

/** Serves below `BASE`, and nowhere else, what `address` serves, with each file changed as `sent` says. */
export async function hostOf(
  address: string,
  sent: (path: string, bytes: Buffer) => Buffer,
): Promise<Server> {
  const server = createServer(({ url = '/', headers }, response) => {
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
    request(new URL(path, address), { headers: { ...headers, 'accept-encoding': 'identity' } }, (answer) => {
      void answered(answer);
    }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Where the page of such a host is. */
export function homeOf(server: Server): string {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : address;
  return `http://127.0.0.1:${port}${BASE}`;
}
