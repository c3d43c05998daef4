import { _, type CodeKeywordDefinition, type KeywordCxt, type ValidateFunction } from 'ajv';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { resolveSchema } from 'ajv/dist/compile/index.js';
import { inlineRef, resolveUrl } from 'ajv/dist/compile/resolve.js';
import type { DataValidationCxt } from 'ajv/dist/types/index.js';
import { callRef } from 'ajv/dist/vocabularies/core/ref.js';

/** Compiles the schema that a URI leads to, once. */
export type CompileTarget = (uri: string) => ValidateFunction;

/** Target of references: its function, which first compiles and replaces itself. */
interface Target {
  validate: (value: unknown, place?: DataValidationCxt) => unknown;
}

/** Schemas of up to so many keywords are inlined: a function call costs more than their check. */
export const MOST_INLINED = 12;

/**
 * Makes ajv compile what a reference leads to when a value first gets there, once for all references.
 *
 * Ajv itself compiles all that a schema reaches at once. The schemas of Stripe, Okta or Discord
 * all reach each other, so that the first request to Stripe took 1.8 s (November 2026).
 */
export function compileReferencesLazily(
  ajv: Ajv2020,
  documentId: string,
  compile: CompileTarget,
): void {
  /** By URI; nothing for a schema that is inlined. */
  const targets = new Map<string, Target | undefined>();
  const rule = readRule(ajv, '$ref');
  ajv.removeKeyword('$ref');
  ajv.addKeyword({ ...rule, code: callLater });

  function callLater(cxt: KeywordCxt): void {
    const target = targetOf(cxt);
    if (target === undefined) rule.code(cxt);
    else callRef(cxt, _`${cxt.gen.scopeValue('wrapper', { ref: target })}.validate`);
  }

  function targetOf(cxt: KeywordCxt): Target | undefined {
    const uri = resolveUrl(ajv.opts.uriResolver, cxt.it.baseId, cxt.schema);
    if (targets.has(uri)) return targets.get(uri);
    const target = isLarge(uri, cxt) ? createTarget(uri) : undefined;
    targets.set(uri, target);
    return target;
  }

  /** Whether a URI leads to a schema of the document that is not to be inlined. */
  function isLarge(uri: string, { it }: KeywordCxt): boolean {
    if (!uri.startsWith(`${documentId}#/`)) return false;
    const found = resolveSchema.call(ajv, it.schemaEnv.root, uri);
    return found !== undefined && !inlineRef(found.schema, MOST_INLINED);
  }

  function createTarget(uri: string): Target {
    const target: Target = {
      validate: (...args) => {
        const validate = compile(uri);
        countItems(validate);
        target.validate = validate;
        return validate(...args);
      },
    };
    return target;
  }
}

/** Ajv compares the number of items that a schema evaluated, and writes `true` for all of them. */
function countItems({ evaluated }: ValidateFunction): void {
  if (evaluated?.items === true) evaluated.items = Number.POSITIVE_INFINITY;
}

function readRule(ajv: Ajv2020, keyword: string): CodeKeywordDefinition {
  const rule = ajv.getKeyword(keyword);
  if (typeof rule === 'boolean' || !('code' in rule)) throw new Error(`ajv lacks "${keyword}".`);
  return rule;
}
