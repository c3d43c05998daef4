const OPENED = /^#\/s\/(.+)$/;

/** Writes the link that people get: this page, with the token in the fragment, which browsers send to no server. */
export function linkOf(token: string, page: string): string {
  return new URL(`#/s/${encodeURIComponent(token)}`, page).href;
}

/** Reads the token of a link that was opened; `undefined` where the page was opened without one. */
export function tokenOf(fragment: string): string | undefined {
  const [, token] = OPENED.exec(fragment) ?? [];
  return token === undefined ? undefined : decodeURIComponent(token);
}
