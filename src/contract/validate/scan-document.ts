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
  /** Whether a schema may have a name of its own. */
  readonly hasNames: boolean;
}

/**
 * Keywords that name a schema, https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.
 */
const NAMES = ['$id', '$anchor', '$dynamicAnchor'];

/** Scans a document once, and remembers the result. */
export const scanDocument = memoizePerObject(scan);

function scan(document: object): DocumentScan {
  const extensions = new Set<string>();
  const formats = new Set<string>();
  const hiding = new Set<HiddenKeyword>();
  let hasNames = false;
  visit(document);
  return { extensions, formats, hiding, hasNames };

  function visit(node: unknown): void {
    if (Array.isArray(node)) {
      for (const item of node) visit(item);
    } else if (isJsonObject(node)) {
      for (const key of Object.keys(node)) {
        const value = node[key];
        if (key.startsWith('x-')) extensions.add(key);
        if (key === 'format' && typeof value === 'string') formats.add(value);
        if (key.startsWith('$') && NAMES.includes(key)) hasNames = true;
        if (value === true && (key === 'readOnly' || key === 'writeOnly')) hiding.add(key);
        visit(value);
      }
    }
  }
}
