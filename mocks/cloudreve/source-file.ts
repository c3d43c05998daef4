import { fail, unknownUri } from './envelope.ts';
import type { Caller, CallerContext, CloudreveContext, FileRow } from './tables.ts';

type Failure = ReturnType<typeof fail>;

/** Parsed file URI. */
interface FileUri {
  /** File system. */
  readonly host: string;
  /** Id of a user or share; empty for the caller. */
  readonly user: string;
  /** Path below the root, encoded as by the server; empty for the root. */
  readonly path: string;
}

const FILE_SYSTEMS = ['my', 'share', 'shared_with_me', 'trash'];
const NOT_FOUND = 'src file not found';

/** Returns the file that a caller may share by its URI, or the failure. */
export function findShareable(
  call: CallerContext,
  text: string,
): { readonly file: FileRow } | { readonly failure: Failure } {
  const uri = readFileUri(text);
  if (uri === undefined) return { failure: unknownUri(call) };
  if (!FILE_SYSTEMS.includes(uri.host)) return { failure: fail(call, 404, NOT_FOUND) };
  if (!isOwn(uri, call.caller)) return { failure: fail(call, 403, NOT_FOUND) };
  const file = findFile(call, joinFileUri(call.caller.account.id, uri.path));
  if (file === undefined || file.is_trashed) return { failure: fail(call, 40016, NOT_FOUND) };
  if (file.is_shortcut) return { failure: fail(call, 403, 'cannot share symbolic file') };
  return { file };
}

/** Finds a file by URI; an unknown one exists and is empty, unless the world is closed. */
export function findFile(
  { tables: { files }, settings }: CloudreveContext,
  uri: string,
): FileRow | undefined {
  const file = files.get(uri);
  if (file !== undefined || settings.closedWorld) return file;
  return { uri, source_type: nameOf(uri).includes('.') ? 0 : 1, size: 0 };
}

/** Builds the URI of a user's file from the names on its path. */
export function writeFileUri(user: string, names: readonly string[]): string {
  return joinFileUri(user, writePath(names));
}

function joinFileUri(user: string, path: string): string {
  return `cloudreve://${user}@my/${path}`;
}

function writePath(names: readonly string[]): string {
  return names.map(encodeURIComponent).join('/');
}

/** Returns the name of the file or folder at a URI. */
export function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Returns the URI of the folder that contains a file. */
export function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Whether a URI is below the root of the caller's own file system. */
function isOwn({ host, user, path }: FileUri, { account }: Caller): boolean {
  return host === 'my' && (user === '' || user === account.id) && path !== '';
}

/** Parses a file URI; `undefined` for any other text. */
function readFileUri(text: string): FileUri | undefined {
  const url = URL.parse(text);
  if (url === null) return undefined;
  const { host, username, pathname } = url;
  try {
    const names = pathname.split('/').filter(Boolean).map(decodeURIComponent);
    return { host, user: username, path: writePath(names) };
  } catch {
    return undefined;
  }
}
