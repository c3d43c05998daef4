import { createRequire } from 'node:module';
import { ContractError } from '../model/contract-error.ts';
import { findSchemas } from '../model/find-schemas.ts';
import { inlineSharedMessages } from './inline-shared-messages.ts';
import { markMalformed } from './mark-malformed.ts';
import { setAside } from './set-aside.ts';
import { STRICT, type Tolerance } from './tolerance.ts';
import { completeForms, translateParameters } from './translate-parameters.ts';
import { upgradeSchema } from './upgrade-schema.ts';

type JsonObject = Record<string, unknown>;
type Upgrader = typeof import('@scalar/openapi-upgrader/2.0-to-3.0');

const require = createRequire(import.meta.url);

/**
 * Upgrades a bundled Swagger 2.0 or OpenAPI 3.0 document to 3.1; any other document is returned
 * unchanged.
 *
 * Changes a 3.0 document in place. Throws ContractError for malformed Swagger 2.0, or marks the parts
 * that are malformed where that is tolerated.
 */
export function upgradeDocument(
  document: JsonObject,
  { attempt, note }: Tolerance = STRICT,
): JsonObject {
  if (document.swagger === '2.0') {
    const upgraded = attempt(
      () => upgradeFrom20(document),
      () => upgradeFrom20(markMalformed(document, upgradeFrom20, note)),
    );
    return upgradeFrom30(upgraded);
  }
  const { openapi } = document;
  const isOld = typeof openapi === 'string' && openapi.startsWith('3.0.');
  return isOld ? upgradeFrom30(document) : document;
}

function upgradeFrom20(document: JsonObject): JsonObject {
  try {
    // Loaded on demand: few documents are Swagger 2.0.
    const { upgradeFromTwoToThree }: Upgrader = require('@scalar/openapi-upgrader/2.0-to-3.0');
    const inlined = inlineSharedMessages(document);
    translateParameters(inlined);
    const restore = setAside(inlined);
    const upgraded = { ...upgradeFromTwoToThree(inlined) };
    restore(upgraded);
    completeForms(upgraded);
    return upgraded;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Where it is tolerated, the malformed parts themselves are looked for and reported.
    const options = { cause: error, isKnown: true };
    throw new ContractError(`cannot be read as Swagger 2.0: ${reason}`, options);
  }
}

/** Only schemas and the name of webhooks changed their meaning in 3.1. */
function upgradeFrom30(document: JsonObject): JsonObject {
  document.openapi = '3.1.1';
  if (document['x-webhooks'] !== undefined) document.webhooks ??= document['x-webhooks'];
  for (const schema of findSchemas(document)) upgradeSchema(schema);
  return document;
}
