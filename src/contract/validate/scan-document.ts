import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { HiddenKeyword } from '../model/direction.ts';
import { isJsonObject } from '../model/json-cursor.ts';

/** What a validator needs to know about a whole document before it compiles a schema. */
export interface DocumentScan {
  /** Names of all `x-` members, which strict mode must know as annotations. */
  readonly extensions: ReadonlySet<string>;
  /** Names of all formats; a member that is only called `format` does no harm here. */
  readonly formats: ReadonlySet<string>;
  /** Which of `readOnly` and `writeOnly` occur. */
  readonly hiding: ReadonlySet<HiddenKeyword>;
  /** Whether a schema may tell what other schemas have left unevaluated. */
  readonly hasUnevaluated: boolean;
  /** Whether there are values that JSON Schema does not know: exact numbers, bytes. */
  readonly hasOpaque: boolean;
}

/** Scans a document once, and remembers the result. */
export const scanDocument = memoizePerObject(scan);

function scan(document: object): DocumentScan {
  const extensions = new Set<string>();
  const formats = new Set<string>();
  const hiding = new Set<HiddenKeyword>();
  let hasUnevaluated = false;
  let hasOpaque = false;
  visit(document);
  return { extensions, formats, hiding, hasUnevaluated, hasOpaque };

  function visit(node: unknown): void {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
    } else if (isJsonObject(node)) {
      for (const key of Object.keys(node)) {
        const value = node[key];
        if (key.startsWith('x-')) extensions.add(key);
        if (key === 'format' && typeof value === 'string') formats.add(value);
        if (key.startsWith('unevaluated')) hasUnevaluated = true;
        if (value === true && (key === 'readOnly' || key === 'writeOnly')) hiding.add(key);
        visit(value);
      }
    } else if (typeof node === 'object' && node !== null) {
      hasOpaque = true;
    }
  }
}
