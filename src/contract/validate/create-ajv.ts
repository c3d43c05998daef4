import { Ajv2020 } from 'ajv/dist/2020.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import formats from 'ajv-formats';
import type { Contract } from '../model/contract.ts';
import { type Direction, type HiddenKeyword, hiddenKeyword } from '../model/direction.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { addDiscriminator } from './discriminator.ts';
import { liftRequired } from './lift-required.ts';
import { surveyDocument } from './survey-document.ts';

/** Which schemas ajv is to enforce. */
export interface AjvOptions {
  /** Which way the values go; without one, `readOnly` and `writeOnly` are annotations. */
  readonly direction?: Direction | undefined;
  /**
   * What becomes of an unknown keyword or format: `refuse` throws where it is met, `ignore` enforces the rest
   * of the schema, for callers who have reported it. Refused by default.
   */
  readonly unknown?: 'refuse' | 'ignore';
}

/** Id of the registered document, to which references of schemas lead. */
export const DOCUMENT_ID = 'contract';

/** Keywords of a schema that is checked where it is referred to: a call takes longer than the check of a short one. */
const MOST_INLINED = 12;

/** Annotations that OpenAPI 3.1 adds to JSON Schema 2020-12; they assert nothing. */
const OPENAPI_ANNOTATIONS = ['xml', 'externalDocs', 'example'];
/** Found by ajv where it registers a document, and then unknown to its strict mode. */
const ANCHOR = '$anchor';

/** Makes an ajv for JSON Schema 2020-12 with the keywords of OpenAPI 3.1, in which a document is registered. */
export function createAjv(
  document: Contract['document'],
  { direction, unknown = 'refuse' }: AjvOptions,
): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strictSchema: unknown === 'refuse',
    logger: false,
    // Code is run for the first time far more often than it is run a lot, and V8 optimizes it as well.
    inlineRefs: MOST_INLINED,
    code: { optimize: false, ...(unknown === 'ignore' && { regExp: createLenientPattern }) },
    // They would only check the references that are compiled, and nothing else refers to them.
    meta: false,
    validateSchema: false,
    // These complain about the style of schemas that are enforced as they stand.
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
  });
  const keyword = direction && hiddenKeyword(direction);
  const { extensions, hiding, isNaming } = surveyDocument(document);
  const isHiding = keyword !== undefined && hiding.has(keyword);
  const registered = isHiding ? liftRequired(document, keyword) : document;
  formats.default(ajv);
  // OpenAPI 3.1 dropped it, so that it would widen a type in silence.
  ajv.removeKeyword('nullable');
  addDiscriminator(ajv, registered);
  if (isHiding) hideMembers(ajv, keyword);
  // The document is registered whole, so that references resolve in it; its members are no assertions.
  addAnnotations(ajv, [...OPENAPI_ANNOTATIONS, ANCHOR, ...Object.keys(document), ...extensions]);
  return ajv.addSchema(isNaming ? registered : conceal(registered), DOCUMENT_ID, undefined, false);
}

/**
 * The same members, which a walk through the document does not see.
 *
 * Ajv looks for names of schemas in all of it, which takes a tenth of the start of a large one; there are none.
 */
function conceal(document: Contract['document']): Record<string, unknown> {
  const concealed = {};
  for (const [name, value] of Object.entries(document)) {
    Object.defineProperty(concealed, name, { value });
  }
  return concealed;
}

/** Refuses each member of an object whose schema is marked; anywhere else the keyword means nothing. */
function hideMembers(ajv: Ajv2020, keyword: HiddenKeyword): void {
  ajv.removeKeyword(keyword);
  ajv.addKeyword({
    keyword,
    errors: false,
    validate: (mark: unknown, _value: unknown, _schema: unknown, place?: DataValidationCxt) =>
      mark !== true || !isJsonObject(place?.parentData),
  });
}

/** What `ajv.addVocabulary` does, for names as OpenAPI allows them: `x-a.b` is one, and so is a member `title`. */
function addAnnotations({ RULES }: Ajv2020, names: readonly string[]): void {
  for (const name of names) RULES.keywords[name] ??= true;
}

/** A pattern that is no regular expression matches anything. */
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
