import { rootOf } from './file-ids.ts';
import type { CloudreveContext, FileRow } from './tables.ts';

/** Number and size of the files below a folder. */
export interface Content {
  readonly size: number;
  readonly files: number;
  readonly folders: number;
}

/**
 * Lists what lies in a folder, in order of creation. In an open world that is all that is known
 * below it, folders included that only the URIs of other files name.
 */
export function listChildren(context: CloudreveContext, folder: string): FileRow[] {
  const children = new Map<string, FileRow>();
  for (const row of listBelow(context, folder)) {
    const end = row.uri.indexOf('/', folder.length + 1);
    if (end === -1) children.set(row.uri, row);
    else if (!context.settings.closedWorld) {
      const uri = row.uri.slice(0, end);
      if (!children.has(uri)) children.set(uri, { uri, source_type: 1, size: 0 });
    }
  }
  return [...children.values()].filter(({ uri }) => !isTrashed(context, uri));
}

/** Counts what is known below a folder. */
export function summarize(context: CloudreveContext, folder: string): Content {
  const below = listBelow(context, folder).filter(({ is_trashed }) => !is_trashed);
  const files = below.filter(({ source_type }) => source_type === 0);
  return {
    size: files.reduce((sum, { size }) => sum + size, 0),
    files: files.length,
    folders: below.length - files.length,
  };
}

/** Rows of the files on all levels below a folder. */
function listBelow({ tables: { files } }: CloudreveContext, folder: string): FileRow[] {
  const prefix = `${folder}/`;
  return files.list('root', rootOf(folder)).filter(({ uri }) => uri.startsWith(prefix));
}

function isTrashed({ tables: { files } }: CloudreveContext, uri: string): boolean {
  return files.get(uri)?.is_trashed === true;
}
