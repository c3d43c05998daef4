import { UsageError } from './usage-error.ts';

/** Reads the base URL of a server, as an option names it. Throws UsageError for any other text. */
export function readServer(option: string, text: string): URL {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `${option}: expected a URL such as https://api.example.com, found "${text}".`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      `${option}: expected a URL without a user, found one. Let your client send its credentials.`,
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new UsageError(`${option}: expected a URL that ends with its path, found "${text}".`);
  }
  return url;
}
