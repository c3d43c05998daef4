import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import type { Contract } from '../model/contract.ts';
import { isJsonObject } from '../model/json-cursor.ts';
import { createSchemaResolver } from '../model/resolve-schema.ts';
import { walkDocument } from '../model/walk-document.ts';
import { secretsOf } from './contract-secrets.ts';
import { createSecretTest, type IsSecret, isSecretAnywhere } from './secret-name.ts';
import { isPasswordSchema } from './secret-parameters.ts';

/** What is known of the secrets in a message. */
export interface SecretContext {
  readonly isSecret: IsSecret;
  readonly contract: Contract | undefined;
}

/**
 * Returns what is known of the secrets in messages of a contract: names of secret parameters, of API keys in any place,
 * and of members with `format: password`. Reads the whole document, once, for the first name.
 */
export function secretContextOf(contract: Contract | undefined): SecretContext {
  if (contract === undefined) return { isSecret: isSecretAnywhere, contract };
  return { isSecret: (name) => testOf(contract)(name), contract };
}

const testOf = memoizePerObject((contract: Contract): IsSecret => {
  const { document, operations } = contract;
  const names = new Set(secretsOf(contract).names);
  const resolve = createSchemaResolver(document);
  const add = (name: string) => names.add(name.toLowerCase());
  for (const { parameter } of operations.flatMap(({ security }) => security.flat())) {
    if (parameter !== undefined) add(parameter);
  }
  for (const { name, schema } of operations.flatMap(({ parameters }) => parameters)) {
    if (isPasswordSchema(schema.schema, resolve)) add(name);
  }
  walkDocument(document, (node, shape) => {
    if (shape !== 'schema' || !isJsonObject(node.properties)) return;
    for (const [name, schema] of Object.entries(node.properties)) {
      if (isJsonObject(schema) && isPasswordSchema(schema, resolve)) add(name);
    }
  });
  return createSecretTest(names);
});
