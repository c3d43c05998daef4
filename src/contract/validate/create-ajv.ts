import { Ajv2020 } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import formats from 'ajv-formats';
import type { Contract } from '../model/contract.ts';
import { type Direction, type HiddenKeyword, hiddenKeyword } from '../model/direction.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { toPlainObject } from '../model/to-plain.ts';
import { quickenDateTime } from './date-time-format.ts';
import { addDiscriminator } from './discriminator.ts';
import { MOST_INLINED } from './lazy-references.ts';
import { liftRequired } from './lift-required.ts';
import { compilePattern } from './match-pattern.ts';
import { addNumberRules } from './number-rules.ts';
import { scanDocument } from './scan-document.ts';

/** How ajv enforces schemas. */
export interface AjvOptions {
  /** Direction of the values; without one, `readOnly` and `writeOnly` are annotations. */
  readonly direction?: Direction | undefined;
  /** Treatment of members that are hidden in the direction; `refuse` by default. */
  readonly hidden?: 'refuse' | 'accept';
  /**
   * Treatment of an unknown keyword: `refuse` throws, `ignore` enforces the rest of the schema, for
   * callers that have reported it. `refuse` by default.
   */
  readonly unknown?: 'refuse' | 'ignore';
}

/** Id of the registered document, which references in schemas lead to. */
export const DOCUMENT_ID = 'contract';

/** Annotations that OpenAPI 3.1 adds to JSON Schema; they assert nothing. */
const OPENAPI_ANNOTATIONS = ['xml', 'externalDocs', 'example'];
/**
 * Creates an ajv for JSON Schema 2020-12 with the keywords of OpenAPI 3.1, and registers a document
 * in it. https://spec.openapis.org/oas/v3.1.1#schema-object
 */
export function createAjv(
  document: Contract['document'],
  { direction, hidden = 'refuse', unknown = 'refuse' }: AjvOptions,
): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictSchema: unknown === 'refuse',
    logger: false,
    // Most validators run only a few times, and V8 optimizes their code as well.
    inlineRefs: MOST_INLINED,
    code: { optimize: false, regExp: unknown === 'ignore' ? createLenientPattern : compilePattern },
    // The metaschema would only check schemas that consist of one `$ref`, and is not referred to.
    meta: false,
    validateSchema: false,
    // These report the style of schemas that can be enforced as written.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
  });
  const keyword = direction && hiddenKeyword(direction);
  const scan = scanDocument(document);
  const { extensions, hiding, hasOpaque } = scan;
  // Otherwise every branch of an `anyOf` is checked, also behind one that holds.
  ajv.opts.unevaluated = scan.hasUnevaluated;
  const isHiding = keyword !== undefined && hiding.has(keyword);
  const plain = hasOpaque ? toPlainObject(document) : document;
  const registered = isHiding ? liftRequired(plain, keyword) : plain;
  formats.default(ajv);
  quickenDateTime(ajv);
  addNumberRules(ajv);
  // OpenAPI 3.1 dropped `nullable`, but ajv knows it and would silently allow null.
  ajv.removeKeyword('nullable');
  addDiscriminator(ajv, registered, unknown === 'refuse');
  if (isHiding && hidden === 'refuse') refuseHidden(ajv, keyword);
  // The whole document is registered so that references resolve; its own members assert nothing.
  addAnnotations(ajv, [...OPENAPI_ANNOTATIONS, ...Object.keys(document), ...extensions]);
  // A format that is no standard asserts nothing, https://spec.openapis.org/oas/v3.1.1#data-type-format.
  for (const name of scan.formats) {
    if (!Object.hasOwn(ajv.formats, name)) ajv.addFormat(name, true);
  }
  return ajv.addSchema(hideFromTraversal(registered), DOCUMENT_ID, undefined, false);
}

/**
 * Hides the members of a document from a traversal, but not from references.
 *
 * Ajv would search all of it for names such as `$id`, in examples too, where they mean nothing. The
 * names of schemas are resolved when a document is loaded. The search also takes a tenth of the start
 * of a large one (November 2026).
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
      return compilePattern(pattern, flags);
    } catch {
      return /(?:)/;
    }
  },
  { code: 'createLenientPattern' },
);
