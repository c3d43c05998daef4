import type { components, operations } from '../../src/generated/cloudreve/types.ts';
import { fileIdOf } from './file-ids.ts';
import type { ReachedFile } from './file-system.ts';
import { listChildren } from './file-tree.ts';
import { capabilityOf, isOwn, viewFile } from './file-view.ts';
import { parseInstant } from './instant.ts';
import { writeBelow } from './share-uri.ts';
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
  const { system, file, address } = reached;
  const { single } = system;
  const size = readPageSize(query.page_size);
  const page =
    single === undefined ? cutPage(call, file, size, query) : { files: [single], next: undefined };
  if (page === undefined) return undefined;
  const { files, next } = page;
  const root = single === undefined ? address.replace(/\/$/, '') : system.address;
  return {
    files: files.map((child) =>
      viewFile(call, { system, file: child, address: writeBelow(root, [nameOf(child.uri)]) }),
    ),
    parent: { ...viewFile(call, reached), metadata: null },
    pagination:
      single === undefined
        ? {
            page: 0,
            page_size: size,
            ...(next !== undefined && { next_token: next }),
            is_cursor: true,
          }
        : { page: 0, page_size: 0 },
    props: {
      capability: capabilityOf(system),
      max_page_size: MAX_PAGE_SIZE,
      order_by_options: ['name', 'size', 'updated_at', 'created_at'],
      order_direction_options: ['asc', 'desc'],
    },
    context_hint: call.random.uuid(),
    mixed_type: false,
    ...(single !== undefined && { single_file_view: true }),
    storage_policy: STORAGE_POLICY,
    ...((isOwn(call, system) || system.share?.share_view) && { view: viewSettings(size) }),
  };
}

function viewSettings(size: number): Schemas['ExplorerView'] {
  return { page_size: size, view: 'grid', thumbnail: true };
}

function readPageSize(size = DEFAULT_PAGE_SIZE): number {
  return size > 0 ? Math.min(size, MAX_PAGE_SIZE) : DEFAULT_PAGE_SIZE;
}

/** Cuts a page out of a folder, where folders come before files. */
function cutPage(call: CallerContext, folder: FileRow, size: number, query: Query) {
  const { order_by, order_direction, next_page_token: token = '' } = query;
  const all = listChildren(call, folder.uri);
  if (order_direction === 'desc') all.reverse();
  const sign = order_direction === 'desc' ? -1 : 1;
  const order = ORDERS.get(order_by ?? '');
  if (order !== undefined) all.sort((one, other) => sign * order(one, other));
  all.sort((one, other) => other.source_type - one.source_type);
  const last = token === '' ? -1 : all.findIndex((file) => writeCursor(file) === token);
  if (last === -1 && token !== '') return undefined;
  const files = all.slice(last + 1, last + 1 + size);
  const end = files.at(-1);
  const hasNext = last + 1 + size < all.length;
  return { files, next: hasNext && end !== undefined ? writeCursor(end) : undefined };
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
