import type { Ajv2020, ValidateFunction } from 'ajv/dist/2020.js';
import { compileSchema, SchemaEnv } from 'ajv/dist/compile/index.js';
import { DOCUMENT_ID } from './create-ajv.ts';

/** Compiles a schema object of the registered document, which may be anywhere in it. */
export function compilePart(ajv: Ajv2020, schema: unknown): ValidateFunction {
  if (typeof schema === 'boolean') return ajv.compile(schema);
  const root = ajv.schemas[DOCUMENT_ID];
  if (root === undefined || typeof schema !== 'object' || schema === null) {
    throw new Error('expected a schema of the registered document');
  }
  const env = new SchemaEnv({ schema, schemaId: '$id', root, baseId: DOCUMENT_ID });
  const { validate } = compileSchema.call(ajv, env);
  if (validate === undefined) throw new Error('ajv has compiled no validator');
  return validate;
}
