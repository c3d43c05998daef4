import { relative } from 'node:path';

/** Place where something is written: a file or URL, and a position in it if known. */
export interface Place {
  /** Absolute path, or URL. */
  readonly source: string;
  /** Both counted from 1; absent if unknown. */
  readonly line?: number;
  readonly column?: number;
}

/** Place in a contract's files, and the JSON Pointer in that file. */
export interface SourcePlace extends Place {
  readonly pointer: string;
}

/** Finds where a value of the bundled document is written, by its JSON Pointer. */
export type Locate = (pointer: string) => Promise<SourcePlace>;

/** Formats a place as `openapi/openapi.yaml:7:5`, relative to the working directory. */
export function formatPlace({ source, line, column = 1 }: Place): string {
  return line === undefined ? formatSource(source) : `${formatSource(source)}:${line}:${column}`;
}

function formatSource(source: string): string {
  if (isUrl(source)) return source;
  const path = relative(process.cwd(), source);
  return path === '' || path.startsWith('..') ? source : path;
}

/** Whether a reference is a URL rather than a file path. */
export function isUrl(reference: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(reference);
}
