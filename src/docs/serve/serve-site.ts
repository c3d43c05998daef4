import type { Site } from '../site.ts';
import { chooseCoding, type EncodedFile, encodeFile } from './encode-file.ts';

/** What is to know of a request for a file of the site. */
export interface SiteRequest {
  /** Path from the site, still percent-encoded. */
  readonly path: string;
  readonly query: string;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

/** Answer to it. */
export interface SiteAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Files whose address has their version never change. */
const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Answers requests for the files of a site, compressed by what the client accepts, with an entity tag, and 304 where the client
 * has the file already. Each file is rendered once.
 */
export function serveSite(site: Site): (request: SiteRequest) => Promise<SiteAnswer> {
  const kept = new Map<string, Promise<EncodedFile | undefined>>();
  return async ({ path, query, acceptEncoding, ifNoneMatch }) => {
    const name = decodeName(path);
    const file = name === undefined ? undefined : await find(name, acceptEncoding);
    if (file === undefined) return answerNothing();
    const { mediaType, coding, bytes, etag } = file;
    const headers = {
      'content-type': mediaType,
      'cache-control': query.startsWith('v=') ? FOREVER : 'no-cache',
      etag,
      vary: 'accept-encoding',
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    };
    if (matchesTag(ifNoneMatch, etag)) {
      const { 'content-type': _, ...others } = headers;
      return { status: 304, headers: others };
    }
    return { status: 200, headers, body: bytes };
  };

  function find(name: string, acceptEncoding: string | undefined) {
    if (!site.paths.includes(name)) return undefined;
    const coding = chooseCoding(acceptEncoding);
    const key = `${coding} ${name}`;
    const known = kept.get(key) ?? render(name, coding);
    kept.set(key, known);
    // What could not be made is tried again.
    known.catch(() => kept.delete(key));
    return known;
  }

  async function render(name: string, coding: EncodedFile['coding']) {
    const file = await site.render(name);
    return file && encodeFile(file, coding);
  }
}

/** Weak comparison, https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2. */
function matchesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}

function decodeName(path: string): string | undefined {
  if (path === '') return 'index.html';
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function answerNothing(): SiteAnswer {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status: 404, headers, body: 'No such page. The docs begin at /docs/.\n' };
}
