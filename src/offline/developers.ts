/** The addresses at which a page comes from the computer that it is shown on. */

/**
 * The next build may come there any moment, and the server is always near: so the page is the server's while that answers,
 * and a new version is not spoken of. `localhost` below a name, as in `try.localhost`, is like any other host.
 */
export function isForDevelopers(hostname: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
