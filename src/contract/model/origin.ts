import { escapeToken } from './json-cursor.ts';

/** Place where a value is written: a file and a JSON Pointer in it. */
export interface Origin {
  /** Absolute path, or URL. */
  readonly source: string;
  readonly pointer: string;
}

/** Returns the origin of a member of the value at an origin. */
export function childOrigin({ source, pointer }: Origin, key: string): Origin {
  return { source, pointer: `${pointer}/${escapeToken(key)}` };
}
