import { Ajv2020 } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import formats from 'ajv-formats';
import type { Contract } from '../model/contract.ts';
import { type Direction, type HiddenKeyword, hiddenKeyword } from '../model/direction.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { addDiscriminator } from './discriminator.ts';
import { liftRequired } from './lift-required.ts';
import { scanDocument } from './scan-document.ts';

/** How ajv enforces schemas. */
export interface AjvOptions {
  /** Direction of the values; without one, `readOnly` and `writeOnly` are annotations. */
  readonly direction?: Direction | undefined;
  /**
   * Treatment of an unknown keyword: `refuse` throws, `ignore` enforces the rest of the schema, for
   * callers that have reported it. `refuse` by default.
   */
  readonly unknown?: 'refuse' | 'ignore';
}

/** Id of the registered document, which references in schemas lead to. */
export const DOCUMENT_ID = 'contract';

/** Schemas of up to so many keywords are inlined: a function call costs more than their check. */
const MOST_INLINED = 12;

/** Annotations that OpenAPI 3.1 adds to JSON Schema; they assert nothing. */
const OPENAPI_ANNOTATIONS = ['xml', 'externalDocs', 'example'];
/**
 * Ajv finds anchors when it registers a document, but its strict mode does not know the keyword.
 */
const ANCHOR = '$anchor';

/**
 * Creates an ajv for JSON Schema 2020-12 with the keywords of OpenAPI 3.1, and registers a document
 * in it. https://spec.openapis.org/oas/v3.1.1#schema-object
 */
export function createAjv(
  document: Contract['document'],
  { direction, unknown = 'refuse' }: AjvOptions,
): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictSchema: unknown === 'refuse',
    logger: false,
    // Most validators run only a few times, and V8 optimizes their code as well.
    inlineRefs: MOST_INLINED,
    code: { optimize: false, ...(unknown === 'ignore' && { regExp: createLenientPattern }) },
    // The metaschema would only check schemas that consist of one `$ref`, and is not referred to.
    meta: false,
    validateSchema: false,
    // These report the style of schemas that can be enforced as written.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
  });
  const keyword = direction && hiddenKeyword(direction);
  const { extensions, formats: named, hiding, hasNames } = scanDocument(document);
  const isHiding = keyword !== undefined && hiding.has(keyword);
  const registered = isHiding ? liftRequired(document, keyword) : document;
  formats.default(ajv);
  // OpenAPI 3.1 dropped `nullable`, but ajv knows it and would silently allow null.
  ajv.removeKeyword('nullable');
  addDiscriminator(ajv, registered);
  if (isHiding) refuseHidden(ajv, keyword);
  // The whole document is registered so that references resolve; its own members assert nothing.
  addAnnotations(ajv, [...OPENAPI_ANNOTATIONS, ANCHOR, ...Object.keys(document), ...extensions]);
  // A format that is no standard asserts nothing, https://spec.openapis.org/oas/v3.1.1#data-type-format.
  for (const name of named) if (!Object.hasOwn(ajv.formats, name)) ajv.addFormat(name, true);
  return ajv.addSchema(
    hasNames ? registered : hideFromTraversal(registered),
    DOCUMENT_ID,
    undefined,
    false,
  );
}

/**
 * Hides the members of a document from a traversal, but not from references.
 *
 * Ajv searches the whole document for schema names, which takes a tenth of the start of a large one
 * (November 2026). Only used when there are none.
 */
function hideFromTraversal(document: Contract['document']): Record<string, unknown> {
  const concealed = {};
  for (const [name, value] of Object.entries(document)) {
    Object.defineProperty(concealed, name, { value });
  }
  return concealed;
}

/** Makes a keyword refuse each object member whose schema has it; elsewhere it means nothing. */
function refuseHidden(ajv: Ajv2020, keyword: HiddenKeyword): void {
  ajv.removeKeyword(keyword);
  ajv.addKeyword({
    keyword,
    errors: false,
    validate: (mark: unknown, _value: unknown, _schema: unknown, place?: DataValidationCxt) =>
      mark !== true || !isJsonObject(place?.parentData),
  });
}

/** Like `ajv.addVocabulary`, for any name: that one refuses `x-a.b`, or a member called `title`. */
function addAnnotations({ RULES }: Ajv2020, names: readonly string[]): void {
  for (const name of names) RULES.keywords[name] ??= true;
}

/** Compiles a pattern; an invalid one matches anything. */
const createLenientPattern = Object.assign(
  (pattern: string, flags: string) => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return /(?:)/;
    }
  },
  { code: 'createLenientPattern' },
);
