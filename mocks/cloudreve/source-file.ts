import { fail, unknownUri } from './envelope.ts';
import { type FileUri, readFileUri } from './file-uri.ts';
import type { Caller, CallerContext, CloudreveContext, FileRow } from './tables.ts';

type Failure = ReturnType<typeof fail>;

const FILE_SYSTEMS = ['my', 'share', 'shared_with_me', 'trash'];
const SCHEME = 'cloudreve://';
const NOT_FOUND = 'src file not found';

/** Returns the file that a caller may share by its URI, or the failure. */
export function findShareable(
  call: CallerContext,
  text: string,
): { readonly file: FileRow } | { readonly failure: Failure } {
  const uri = readFileUri(text);
  if (uri === undefined) return { failure: unknownUri(call) };
  if (!FILE_SYSTEMS.includes(uri.fileSystem)) return { failure: fail(call, 404, NOT_FOUND) };
  if (isForbidden(call, uri)) return { failure: fail(call, 403, NOT_FOUND) };
  const file = isOwn(uri, call.caller) ? findReachable(call, uri.names) : undefined;
  if (file === undefined) return { failure: fail(call, 40016, NOT_FOUND) };
  if (file.is_shortcut) return { failure: fail(call, 403, 'cannot share symbolic file') };
  return { file };
}

/** Finds a file by URI; an unknown one exists and is empty, unless the world is closed. */
export function findFile(
  { tables: { files }, settings }: Pick<CloudreveContext, 'tables' | 'settings'>,
  uri: string,
): FileRow | undefined {
  const file = files.get(uri);
  if (file !== undefined || settings.closedWorld) return file;
  return { uri, source_type: nameOf(uri).includes('.') ? 0 : 1, size: 0 };
}

/** Finds a file of the caller by the names on its path; what is in the trash, or below it, cannot be reached. */
function findReachable(call: CallerContext, names: readonly string[]): FileRow | undefined {
  const uri = writeFileUri(call.caller.account.id, names);
  return isReachable(call, uri) ? findFile(call, uri) : undefined;
}

/** Whether neither a file nor a folder above it is in the trash. */
export function isReachable({ tables: { files } }: CloudreveContext, uri: string): boolean {
  const root = uri.indexOf('/', SCHEME.length);
  for (let path = uri; path.length > root; path = parentOf(path)) {
    if (files.get(path)?.is_trashed === true) return false;
  }
  return true;
}

/** Builds the URI of a user's file from the names on its path. */
export function writeFileUri(user: string, names: readonly string[]): string {
  return `${SCHEME}${user}@my/${names.map(encodeURIComponent).join('/')}`;
}

/** Returns the name of the file or folder at a URI. */
export function nameOf(uri: string): string {
  return decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
}

/** Returns the URI of the folder that contains a file. */
export function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Whether nobody may share what a URI names: a root, the files of another user, and other file systems. */
function isForbidden({ tables: { users }, caller }: CallerContext, uri: FileUri): boolean {
  const isOthers = users.get(uri.id) !== undefined && !isOwn(uri, caller);
  return uri.fileSystem !== 'my' || uri.names.length === 0 || isOthers;
}

function isOwn({ id }: FileUri, { account }: Caller): boolean {
  return id === '' || id === account.id;
}
