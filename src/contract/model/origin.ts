import { escapeToken } from './json-cursor.ts';

/** Where a value is written, by file and JSON Pointer in it. */
export interface Origin {
  /** Absolute path, or URL. */
  readonly source: string;
  readonly pointer: string;
}

/** Origin of a member of the value at an origin. */
export function childOrigin({ source, pointer }: Origin, key: string): Origin {
  return { source, pointer: `${pointer}/${escapeToken(key)}` };
}
