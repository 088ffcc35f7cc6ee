/** Which file a request asks for, and whether an answer can be that file. */

/** The address of the file: without what is for the page to read, and with the name that a folder leaves out. */
export function addressOf(url: string): string {
  const address = new URL(url);
  address.search = '';
  address.hash = '';
  return address.pathname.endsWith('/') ? new URL('index.html', address).href : address.href;
}

/** False for an error, and for a web page in the place of another file. */
export function isFileOf(url: string, response: Pick<Response, 'ok' | 'headers'>): boolean {
  const isWebPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  return response.ok && (!isWebPage || addressOf(url).endsWith('.html'));
}
