import type { components } from '../../src/generated/cloudreve/types.ts';
import { entityIdOf, fileIdOf, NO_ENTITY, rootOf } from './file-ids.ts';
import type { FileSystem } from './file-system.ts';
import { viewPublicUser } from './public-user.ts';
import { viewShare } from './share-view.ts';
import { nameOf } from './source-file.ts';
import type { CallerContext, FileRow, ShareRow } from './tables.ts';

type Schemas = components['schemas'];
type FileInfo = Schemas['FileInfo'];

/** File and where a caller sees it. */
export interface SeenFile {
  readonly system: FileSystem;
  readonly file: FileRow;
  readonly address: string;
}

/** What can be done inside a share, and with own files; as recorded. */
const SHARE_CAPABILITY = 'gIaYAQ==';
const OWN_CAPABILITY = 'w8edAQ==';

/** Returns what a file system supports. */
export function capabilityOf({ share }: FileSystem): string {
  return share === undefined ? OWN_CAPABILITY : SHARE_CAPABILITY;
}

/** Whether the caller owns the files of a file system. */
export function isOwn({ caller }: CallerContext, { owner }: FileSystem): boolean {
  return owner.id === caller.account.id;
}

/** Builds what a caller sees of a file, in the member order of the server. */
export function viewFile(call: CallerContext, { system, file, address }: SeenFile): FileInfo {
  const { created_at = system.owner.created_at, updated_at = created_at } = file;
  const isShared = system.share === undefined && listShares(call, file, system).length > 0;
  return {
    type: file.source_type,
    id: fileIdOf(file),
    name: file.uri === rootOf(file.uri) ? '' : nameOf(file.uri),
    created_at,
    updated_at,
    size: file.size,
    metadata: {},
    path: address,
    ...(isShared && { shared: true }),
    capability: capabilityOf(system),
    ...(isOwn(call, system) && { owned: true }),
    primary_entity: entityIdOf(file),
  };
}

/** Builds what `extended` adds; only the owner sees the share links. */
export function viewExtended(
  call: CallerContext,
  { system, file }: SeenFile,
): Schemas['FileExtendedInfo'] {
  const shares = isOwn(call, system) ? listShares(call, file, system) : [];
  const owner = viewPublicUser(system.owner, true);
  return {
    storage_used: file.size,
    ...(shares.length > 0 && {
      shares: shares.map((share) => ({ ...viewShare(call, share, true), owner })),
    }),
    ...(entityIdOf(file) !== NO_ENTITY && { entities: [viewEntity(file, system)] }),
  };
}

/** Lists the share links of a file, oldest first. */
function listShares(
  { tables: { shares } }: CallerContext,
  { uri }: FileRow,
  { owner }: FileSystem,
): ShareRow[] {
  return shares.list('owner', owner.id).filter((share) => share.uri === uri);
}

function viewEntity(file: FileRow, { owner }: FileSystem): Schemas['FileEntity'] {
  const { id, nickname, avatar, created_at } = owner;
  return {
    id: entityIdOf(file),
    size: file.size,
    type: 0,
    created_at: file.created_at ?? created_at,
    created_by: { id, nickname, ...(avatar !== undefined && { avatar }), created_at },
  };
}
