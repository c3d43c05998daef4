/**
 * Checks the URL of a request.
 *
 * Throws TypeError, without the URL: its query may have a key, and the errors of platforms have all of it.
 */
export function checkUrl(url: string): void {
  const base = globalThis.location?.href;
  if (!URL.canParse(url, base)) {
    throw new TypeError('expected a base URL such as "https://api.example.com", found none');
  }
  const { username, password } = new URL(url, base);
  if (username || password) {
    throw new TypeError('expected a base URL without a password. Pass the middleware "basic"');
  }
}
