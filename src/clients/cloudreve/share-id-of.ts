import { parseFileUri } from './file-uri.ts';

/** Share that a URL leads to. */
export interface ShareReference {
  readonly id: string;
  readonly password?: string;
}

/** Ids are letters and digits; a site may lie below a path. */
const SHORT = /\/s\/([A-Za-z\d]+)(?:\/([^/?#]+))?\/?(?:[?#].*)?$/s;
const ID = /^[A-Za-z\d]+$/;

/**
 * Finds the share in the URL of a share link: `https://site.test/s/g2guA`, with its password behind it as in
 * `/s/g2guA/gcqzfaze`, or the page `/home?path=cloudreve%3A%2F%2Fg2guA%40share` that it redirects to; `undefined` for
 * any other text.
 *
 * https://github.com/cloudreve/cloudreve/blob/master/pkg/cluster/routes/routes.go has both forms.
 */
export function shareIdOf(url: string): ShareReference | undefined {
  const [, id, password] = SHORT.exec(url) ?? [];
  if (id === undefined) return readHomePage(url);
  if (password === undefined) return { id };
  try {
    return { id, password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

function readHomePage(url: string): ShareReference | undefined {
  const [, query] = /\/home\/?\?([^#]*)/.exec(url) ?? [];
  const text = new URLSearchParams(query).get('path');
  if (text === null) return undefined;
  try {
    const { fileSystem, id, password } = parseFileUri(text);
    if (fileSystem !== 'share' || id === undefined || !ID.test(id)) return undefined;
    return password === undefined ? { id } : { id, password };
  } catch {
    return undefined;
  }
}
