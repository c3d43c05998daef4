import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Contract, SchemaPlace } from '../../../src/contract/model/contract.ts';

/** Says which rules a value breaks, by a validator of its own: independent of the one inside the mock server. */
export type SchemaOracle = (place: SchemaPlace, value: unknown) => string[];

export function createSchemaOracle(contract: Contract): SchemaOracle {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const compiled = new Map<string, ValidateFunction>();
  return ({ pointer, schema }, value) => {
    const validate = compiled.get(pointer) ?? ajv.compile(withDocument(contract, schema));
    compiled.set(pointer, validate);
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message, keyword }) => `${keyword} at "${instancePath}": ${message}`,
    );
  };
}

/** Schema as a root of its own, with the document's components where its references look for them. */
function withDocument({ document }: Contract, schema: SchemaPlace['schema']): AnySchema {
  return typeof schema === 'boolean' ? schema : { components: document.components, ...schema };
}
