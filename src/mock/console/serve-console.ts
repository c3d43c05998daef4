import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HttpRequest, HttpResponse } from '../http/message.ts';
import { writePage } from './write-page.ts';

/** Page that shows what happens in a mock, and its files. */
export interface Console {
  /** Answers a path below that of the console, as `/` or `/try-it.js`. */
  readonly answerFile: (request: HttpRequest, path: string) => Promise<HttpResponse>;
  /** Answers with the page itself; `undefined` where it is not built. */
  readonly answerPage: (request: HttpRequest) => Promise<HttpResponse | undefined>;
}

/** Where the console is, and what it leads to. */
export interface ConsoleOptions {
  /** Folder that it was built into. */
  readonly folder: string;
  /** Path at which its files are served. */
  readonly base: string;
  /** Whether the mock serves docs, to which the page links then. */
  readonly hasDocs: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
};
/** Content codings in which files are kept beside themselves, the better one first. */
const CODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;
/** File whose name changes with its content. */
const HASHED = /-[\w-]{8}\.(?:js|css)$/;

/** Creates the console that was built into a folder. */
export function createConsole({ folder, base, hasDocs }: ConsoleOptions): Console {
  return { answerFile, answerPage };

  async function answerPage(request: HttpRequest): Promise<HttpResponse | undefined> {
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
    return page === undefined ? undefined : withTag(request, writePage(page, { base, hasDocs }));
  }

  async function answerFile(request: HttpRequest, path: string): Promise<HttpResponse> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return { ...answerText(405, 'The console is read by GET.'), headers: { allow: 'GET, HEAD' } };
    }
    // Its address ends with a slash, so that there is one.
    if (request.path.endsWith('/console')) {
      return { status: 308, headers: { location: `${base}/` } };
    }
    const names = await readdir(folder).catch((): string[] => []);
    if (path === '/') return (await answerPage(request)) ?? answerText(404, NOT_BUILT);
    const name = path.slice(1);
    const type = TYPES[/\.(js|css)$/.exec(name)?.[1] ?? ''];
    // Only names that the folder lists are served, so that no path leads out of it.
    if (type === undefined || !names.includes(name)) {
      return answerText(404, names.length === 0 ? NOT_BUILT : 'The console has no such file.');
    }
    const [coding, suffix] = chooseCoding(request, name, names);
    const headers = {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(coding !== undefined && { 'content-encoding': coding }),
    };
    return withTag(request, {
      status: 200,
      headers,
      body: await readFile(join(folder, name + suffix)),
    });
  }
}

/** What to do where there is no console. */
export const NOT_BUILT = 'The console is not built. "npm run build:console" builds it.';

function chooseCoding(
  { headers }: HttpRequest,
  name: string,
  names: readonly string[],
): readonly [coding: string | undefined, suffix: string] {
  const accepted = (headers.get('accept-encoding') ?? '')
    .split(',')
    .map((part) => part.split(';').map((text) => text.trim().toLowerCase()))
    .filter(([, weight]) => !/^q=0(?:\.0*)?$/.test(weight ?? ''))
    .map(([coding]) => coding);
  return (
    CODINGS.find(
      ([coding, suffix]) => accepted.includes(coding) && names.includes(name + suffix),
    ) ?? [undefined, '']
  );
}

/** Adds a tag of the content, and answers 304 to who has it: https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2. */
function withTag({ headers }: HttpRequest, response: HttpResponse): HttpResponse {
  const digest = createHash('sha256')
    .update(response.body ?? '')
    .digest('base64url');
  const etag = `"${digest.slice(0, 20)}"`;
  const tagged = { ...response, headers: { ...response.headers, etag } };
  const known = headers.get('if-none-match')?.split(',') ?? [];
  const isKnown = known.some((tag) => tag.trim().replace(/^W\//, '') === etag);
  return isKnown ? { status: 304, headers: tagged.headers } : tagged;
}

function answerText(status: number, text: string): HttpResponse {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { status, headers, body: `${text}\n` };
}
