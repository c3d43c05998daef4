import type { components, operations } from '../../src/generated/cloudreve/types.ts';
import { fileIdOf } from './file-ids.ts';
import type { ReachedFile } from './file-system.ts';
import { listChildren } from './file-tree.ts';
import { writeBelow } from './file-uri.ts';
import { capabilityOf, isOwn, viewFile } from './file-view.ts';
import { parseInstant } from './instant.ts';
import { nameOf } from './source-file.ts';
import type { CallerContext, FileRow } from './tables.ts';

type Schemas = components['schemas'];
type Query = operations['listFiles']['parameters']['query'];

const DEFAULT_PAGE_SIZE = 100;
const MAX_PAGE_SIZE = 2000;
/** The only storage policy of a new installation; as recorded. */
const STORAGE_POLICY = {
  id: '84Ue',
  name: 'Default storage policy',
  type: 'local',
  max_size: 0,
} as const;

/** What every file system supports besides its capabilities. */
const PROPS = {
  max_page_size: MAX_PAGE_SIZE,
  order_by_options: ['name', 'size', 'updated_at', 'created_at'],
  order_direction_options: ['asc', 'desc'],
};
/** Pagination of a share of a single file. */
const NO_PAGES = { page: 0, page_size: 0 };

type Compare = (one: FileRow, other: FileRow) => number;

/** Orders that the server applies; any other one is that of creation. */
const ORDERS: ReadonlyMap<string, Compare> = new Map([
  ['name', (one, other) => compare(nameOf(one.uri), nameOf(other.uri))],
  ['size', (one, other) => one.size - other.size],
  ['updated_at', (one, other) => changedAt(one) - changedAt(other)],
]);

/** Builds one page of a folder; `undefined` for an invalid cursor. */
export function viewPage(
  call: CallerContext,
  reached: ReachedFile,
  query: Query,
): Schemas['FilePage'] | undefined {
  const { system, file } = reached;
  const size = readPageSize(query.page_size);
  const { single } = system;
  const page =
    single === undefined
      ? cutPage(call, file, size, query)
      : { files: [single], pagination: NO_PAGES };
  if (page === undefined) return undefined;
  return {
    files: viewFiles(call, reached, page.files),
    parent: { ...viewFile(call, reached), metadata: null },
    pagination: page.pagination,
    props: { capability: capabilityOf(system), ...PROPS },
    context_hint: call.random.uuid(),
    mixed_type: false,
    ...(single !== undefined && { single_file_view: true }),
    storage_policy: STORAGE_POLICY,
    ...((isOwn(call, system) || system.share?.share_view) && { view: viewSettings(size) }),
  };
}

function viewFiles(
  call: CallerContext,
  { system, address }: ReachedFile,
  files: readonly FileRow[],
): Schemas['FileInfo'][] {
  const folder = system.single === undefined ? address.replace(/\/$/, '') : system.address;
  return files.map((file) =>
    viewFile(call, { system, file, address: writeBelow(folder, [nameOf(file.uri)]) }),
  );
}

function viewSettings(size: number): Schemas['ExplorerView'] {
  return { page_size: size, view: 'grid', thumbnail: true };
}

function readPageSize(size = DEFAULT_PAGE_SIZE): number {
  return size > 0 ? Math.min(size, MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
}

/** Cuts a page out of a folder; `undefined` for an invalid cursor. */
function cutPage(call: CallerContext, folder: FileRow, size: number, query: Query) {
  const all = sortFiles(listChildren(call, folder.uri), query);
  const { next_page_token: token = '' } = query;
  const start = token === '' ? 0 : all.findIndex((file) => writeCursor(file) === token) + 1;
  if (start === 0 && token !== '') return undefined;
  const files = all.slice(start, start + size);
  const last = files.at(-1);
  const hasNext = start + size < all.length;
  const next = hasNext && last !== undefined && { next_token: writeCursor(last) };
  return { files, pagination: { page: 0, page_size: size, ...next, is_cursor: true } };
}

/** Sorts files in order of creation as asked for; folders come before files in any order. */
function sortFiles(
  files: readonly FileRow[],
  { order_by = '', order_direction }: Query,
): FileRow[] {
  const isDescending = order_direction === 'desc';
  const order = ORDERS.get(order_by) ?? (() => 0);
  return (isDescending ? files.toReversed() : files.slice())
    .sort((one, other) => (isDescending ? order(other, one) : order(one, other)))
    .sort((one, other) => other.source_type - one.source_type);
}

function writeCursor(file: FileRow): string {
  return Buffer.from(JSON.stringify({ id: fileIdOf(file) })).toString('base64');
}

/** Time of the last change; files without one are as old as their owner's account. */
function changedAt({ created_at, updated_at = created_at }: FileRow): number {
  return updated_at === undefined ? 0 : parseInstant(updated_at);
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
