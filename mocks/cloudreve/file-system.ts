import type { components } from '../../src/generated/cloudreve/types.ts';
import { rootOf } from './file-ids.ts';
import { type FileUri, writeBelow } from './file-uri.ts';
import { isExpired } from './share-view.ts';
import { findShare } from './shares.ts';
import { findFile, nameOf, parentOf } from './source-file.ts';
import type { CallerContext, FileRow, ShareRow, UserRow } from './tables.ts';
import { ANONYMOUS, hasPermission, SHARE_DOWNLOAD_BIT } from './user.ts';

/** Why a file cannot be reached; `cause` is how the server words it among its own errors. */
export interface FileFailure {
  readonly code: components['schemas']['ErrorCode'];
  readonly msg: string;
  readonly cause?: string;
}

/** What a caller may look into: a share, or the own files. */
export interface FileSystem {
  /** Account of the user whose files they are. */
  readonly owner: UserRow['account'];
  /** URI of its root as the caller addresses it. */
  readonly address: string;
  /** URI of the folder at its root, in the file system of the owner. */
  readonly root: string;
  readonly share?: ShareRow;
  /** The only file to be seen, for a share of a single file. */
  readonly single?: FileRow;
}

/** File or folder that a caller has reached. */
export interface ReachedFile {
  readonly system: FileSystem;
  readonly file: FileRow;
  /** URI of the file as the caller addresses it. */
  readonly address: string;
  readonly isRoot: boolean;
}

type Reached = ReachedFile | { readonly failure: FileFailure };

const PATH_MISSING: FileFailure = { code: 40016, msg: 'Path not exist' };
const NOT_SUPPORTED: FileFailure = { code: 403, msg: 'Not supported action' };
const LOGIN_REQUIRED: FileFailure = { code: 401, msg: 'Login required' };
const PERMISSION_DENIED: FileFailure = { code: 403, msg: 'Permission denied' };
const PASSWORD_INCORRECT: FileFailure = { code: 40069, msg: 'Incorrect share password' };
const ACCESS_DENIED: FileFailure = {
  code: 403,
  msg: "You don't have permission to access share links",
};
/** The server answers an error without a code so. */
const UNCLASSIFIED: FileFailure = { code: -1, msg: '' };

/** Finds the file or folder that a URI addresses, as far as the caller may reach it. */
export function reachFile(call: CallerContext, uri: FileUri): Reached {
  const opened = openFileSystem(call, uri);
  return 'failure' in opened ? opened : walk(call, opened, uri.names);
}

function openFileSystem(
  call: CallerContext,
  uri: FileUri,
): FileSystem | { readonly failure: FileFailure } {
  switch (uri.fileSystem) {
    case 'share':
      return openShare(call, uri);
    case 'my':
      return openOwn(call, uri);
    case 'shared_with_me':
    case 'trash':
      return { failure: NOT_SUPPORTED };
    default:
      return { failure: UNCLASSIFIED };
  }
}

/** Opens a share in the order of the server's checks; its owner needs the password too. */
function openShare(call: CallerContext, { id, password, root: address }: FileUri) {
  const share = findShare(call, id);
  if (share === undefined) {
    return { failure: shareMissing('ent: share not found') };
  }
  const owner = call.tables.users.get(share.owner)?.account;
  if (owner === undefined || isExpired(call, share)) {
    return { failure: shareMissing('share link expired') };
  }
  if (share.password !== undefined && share.password !== password) {
    return { failure: PASSWORD_INCORRECT };
  }
  if (owner.id !== call.caller.account.id && !mayOpenShares(call)) {
    return { failure: ACCESS_DENIED };
  }
  const file = findFile(call, share.uri);
  return file?.source_type === 0
    ? { owner, address, root: parentOf(share.uri), share, single: file }
    : { owner, address, root: share.uri, share };
}

/** Groups of the seeds say what they may; an account without a group may open shares. */
function mayOpenShares({ caller }: CallerContext): boolean {
  return caller.account.group === undefined || hasPermission(caller, SHARE_DOWNLOAD_BIT);
}

function openOwn({ caller }: CallerContext, { id, root: address }: FileUri) {
  if (caller === ANONYMOUS) return { failure: LOGIN_REQUIRED };
  const { account: owner } = caller;
  if (id !== '' && id !== owner.id) return { failure: PERMISSION_DENIED };
  return { owner, address, root: `cloudreve://${owner.id}@my` };
}

function walk(call: CallerContext, system: FileSystem, names: readonly string[]): Reached {
  const { root, single } = system;
  const address = writeBelow(system.address, names);
  if (single !== undefined && names.length > 0) {
    const isSingle = names.length === 1 && names[0] === nameOf(single.uri);
    return isSingle ? { system, file: single, address, isRoot: false } : { failure: PATH_MISSING };
  }
  let file = findFolder(call, root);
  for (const name of names) {
    const next = file.source_type === 1 && findFile(call, writeBelow(file.uri, [name]));
    if (!next || next.is_trashed) return { failure: pathMissing(name) };
    file = next;
  }
  return { system, file, address, isRoot: names.length === 0 };
}

/** Finds the folder at a root; the root of all files of a user needs no row. */
function findFolder(call: CallerContext, uri: string): FileRow {
  const known = uri === rootOf(uri) ? call.tables.files.get(uri) : findFile(call, uri);
  return known ?? { uri, source_type: 1, size: 0 };
}

function shareMissing(reason: string): FileFailure {
  const msg = 'Shared file does not exist';
  return { code: 404, msg, cause: `${msg}: ${reason}` };
}

function pathMissing(name: string): FileFailure {
  const cause = `failed to walk into ${JSON.stringify(name)}: Path not exist: ent: file not found`;
  return { ...PATH_MISSING, cause };
}
