import type { components } from '../../src/generated/cloudreve/types.ts';
import { envelope, fail, succeed, unknownUri } from './envelope.ts';
import { entityIdOf } from './file-ids.ts';
import { type FileFailure, type FileSystem, reachFile } from './file-system.ts';
import { type FileUri, readFileUri } from './file-uri.ts';
import { formatInstant } from './instant.ts';
import { signPath } from './signature.ts';
import { nameOf } from './source-file.ts';
import type { CallerContext, Handlers } from './tables.ts';
import { ARCHIVE_DOWNLOAD_BIT, hasPermission } from './user.ts';

type Request = components['schemas']['FileUrlRequest'];
type Call = CallerContext & { readonly body: Request };

/** Address of a file, or why there is none. */
type Addressed = { readonly url: string } | { readonly failure: FileFailure };

const API = '/api/v4';
const FILE_LIFETIME_MS = 60 * 60 * 1000;
const ARCHIVE_LIFETIME_MS = 10 * 60 * 1000;
/** Default of a setting of the site. */
const MAX_URIS = 3000;
const TOO_MANY_URIS = `Maximum allowed batch size: ${MAX_URIS}`;
const ENTITY_MISSING: FileFailure = { code: 40077, msg: 'Entity not exist' };

/** Handler that makes addresses of files, and counts them as downloads. */
export const downloadHandlers: Handlers = {
  createFileUrls: (call) => {
    const { uris: texts, archive } = call.body;
    if (texts.length > MAX_URIS) return fail(call, 40074, TOO_MANY_URIS);
    const uris = texts.map(readFileUri).filter((uri) => uri !== undefined);
    if (uris.length < texts.length) return unknownUri(call);
    if (archive) return addressArchive(call);
    const addressed = uris.map((uri) => ({ uri, ...addressFile(call, uri, call.body) }));
    const failed = addressed.flatMap((each) => ('failure' in each ? [each] : []));
    if (failed.length > 0) return failAll(call, failed);
    return answer(
      call,
      addressed.flatMap((each) => ('url' in each ? [{ url: each.url }] : [])),
    );
  },
};

/** Answers the addresses, or redirects to the only one if asked to. */
function answer(call: Call, urls: { readonly url: string }[]) {
  const [first, second] = urls;
  if (first === undefined) return succeed({ urls, expires: null });
  if (call.body.redirect && second === undefined) {
    const headers = { 'cache-control': 'private, no-cache', location: first.url };
    return { status: 302, headers } as const;
  }
  return succeed({ urls, expires: formatInstant(call.now + FILE_LIFETIME_MS) });
}

function addressFile(
  call: CallerContext,
  uri: FileUri,
  { uris, download, entity: wanted }: Request,
): Addressed {
  const reached = reachFile(call, uri);
  if ('failure' in reached) return { failure: inTarget(reached.failure) };
  const { file, system } = reached;
  const entity = entityIdOf(file);
  const isOther = uris.length === 1 && (wanted ?? '') !== '' && wanted !== entity;
  if (file.source_type === 1 || isOther) return { failure: ENTITY_MISSING };
  countDownload(call, system);
  const name = nameOf(file.uri);
  const expires = Math.floor((call.now + FILE_LIFETIME_MS) / 1000);
  const query = new URLSearchParams({
    ...(download && { download: 'true' }),
    sign: signPath(`${API}/file/content/${entity}/0/${name}`, expires),
  });
  const path = `${API}/file/content/${entity}/0/${escapeSegment(name)}`;
  return { url: call.link(`${path}?${query}`) };
}

/** Escapes a segment of a path as https://pkg.go.dev/net/url#PathEscape does. */
function escapeSegment(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll(/%(?:24|26|2B|3A|3D|40)/g, decodeURIComponent);
}

/** Counts a download of a share, which may be its last. */
function countDownload({ tables: { shares } }: CallerContext, { share }: FileSystem): void {
  if (share === undefined) return;
  const { downloaded, remain_downloads } = share;
  shares.put({
    ...share,
    downloaded: downloaded + 1,
    ...(remain_downloads !== undefined && { remain_downloads: remain_downloads - 1 }),
  });
}

/** Gives the address of an archive; nothing more is known of it, so that it leads nowhere. */
function addressArchive(call: CallerContext) {
  if (!hasPermission(call.caller, ARCHIVE_DOWNLOAD_BIT)) return fail(call, 40007, '');
  const path = `${API}/file/archive/${call.random.uuid()}/archive.zip`;
  const end = call.now + ARCHIVE_LIFETIME_MS;
  const query = new URLSearchParams({ sign: signPath(path, Math.floor(end / 1000)) });
  return succeed({ urls: [{ url: call.link(`${path}?${query}`) }], expires: formatInstant(end) });
}

function inTarget(failure: FileFailure): FileFailure {
  return { ...failure, cause: `failed to get target file: ${failure.cause ?? failure.msg}` };
}

/** Fails as a whole, with the failure of each file by its URI. */
function failAll(
  call: CallerContext,
  failed: readonly { readonly uri: FileUri; readonly failure: FileFailure }[],
) {
  const failures = new Map(failed.map(({ uri, failure }) => [uri.text, failure]));
  const { body } = fail(call, 40081, describe([...failures.values()]));
  const { code, msg, correlation_id } = body;
  const items = Array.from(failures, ([uri, failure]) => [
    uri,
    { code: failure.code, msg: failure.msg, correlation_id },
  ]);
  return envelope({ code, aggregated_error: Object.fromEntries(items), msg, correlation_id });
}

function describe([first, second]: readonly FileFailure[]): string {
  if (first === undefined || second !== undefined) return 'One or more operation failed';
  return first.cause ?? first.msg;
}
