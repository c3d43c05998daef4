import { createRequire } from 'node:module';
import { ContractError } from '../model/contract-error.ts';
import { findSchemas } from '../model/find-schemas.ts';
import { inlineSharedMessages } from './inline-shared-messages.ts';
import { upgradeSchema } from './upgrade-schema.ts';

type JsonObject = Record<string, unknown>;
type Upgrader = typeof import('@scalar/openapi-upgrader/2.0-to-3.0');

const require = createRequire(import.meta.url);

/**
 * Makes OpenAPI 3.1 of a bundled Swagger 2.0 or OpenAPI 3.0 document; any other one stays as it is.
 *
 * A 3.0 document is rewritten in place. Throws ContractError for Swagger 2.0 that is malformed.
 */
export function upgradeDocument(document: JsonObject): JsonObject {
  if (document.swagger === '2.0') return upgradeFrom30(upgradeFrom20(document));
  const { openapi } = document;
  const isOld = typeof openapi === 'string' && openapi.startsWith('3.0.');
  return isOld ? upgradeFrom30(document) : document;
}

function upgradeFrom20(document: JsonObject): JsonObject {
  try {
    // Loaded on first use: few documents are Swagger 2.0.
    const { upgradeFromTwoToThree }: Upgrader = require('@scalar/openapi-upgrader/2.0-to-3.0');
    return { ...upgradeFromTwoToThree(inlineSharedMessages(document)) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ContractError(`cannot be read as Swagger 2.0: ${reason}`, { cause: error });
  }
}

/** From 3.0 to 3.1 only schemas and the name of webhooks changed their meaning. */
function upgradeFrom30(document: JsonObject): JsonObject {
  document.openapi = '3.1.1';
  if (document['x-webhooks'] !== undefined) document.webhooks ??= document['x-webhooks'];
  for (const schema of findSchemas(document)) upgradeSchema(schema);
  return document;
}
