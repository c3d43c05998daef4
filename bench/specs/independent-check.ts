import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { SchemaPlace } from '../../src/contract/model/contract.ts';
import type { Direction } from '../../src/contract/model/direction.ts';
import { isJsonObject } from '../../src/contract/model/json-cursor.ts';
import type { ResolveSchema } from '../../src/contract/model/resolve-schema.ts';

/** Reasons why a value breaks its schema; empty if it is valid, or if nobody can say what an answer should be. */
export type CheckValue = (place: SchemaPlace, value: unknown, direction: Direction) => string[];

const HIDDEN = { request: 'readOnly', response: 'writeOnly' } as const;
const ID = 'document';

/**
 * Creates a check by a plain ajv, which shares no rule with the server under test.
 *
 * It reads `discriminator` as an annotation, so that it accepts a little more.
 */
export function createIndependentCheck(document: object, resolve: ResolveSchema): CheckValue {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    inlineRefs: false,
    validateSchema: false,
    logger: false,
  });
  formats.default(ajv);
  ajv.addSchema(withoutTraversal(document), ID);
  return ({ pointer, schema }, value, direction) => {
    try {
      const uri = `${ID}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
      const validate = typeof schema === 'boolean' ? ajv.compile(schema) : ajv.getSchema(uri);
      if (validate === undefined) return [`${pointer} does not exist`];
      validate(value);
      const errors = validate.errors ?? [];
      return errors
        .filter((error) => !isOfHidden(error, HIDDEN[direction], resolve))
        .map(({ instancePath, message }) => `${instancePath || 'the value'} ${message}`);
    } catch (error) {
      // Such as one with an invalid pattern: a request may be wrong, an answer is not to blame.
      return direction === 'request' ? [`${pointer} cannot be compiled: ${error}`] : [];
    }
  };
}

/** Ajv would take names in examples, such as `$id`, for names of schemas. */
function withoutTraversal(document: object): object {
  const entries = Object.entries(document).map(([name, value]) => [name, { value }] as const);
  return Object.defineProperties({}, Object.fromEntries(entries));
}

/** A property that is hidden in this direction may be missing. */
function isOfHidden(error: ErrorObject, keyword: string, resolve: ResolveSchema): boolean {
  const { params, parentSchema } = error;
  if (error.keyword !== 'required' || !isJsonObject(parentSchema?.properties)) return false;
  const property = parentSchema.properties[params.missingProperty];
  const resolved = isJsonObject(property) ? resolve(property) : undefined;
  return isJsonObject(resolved) && resolved[keyword] === true;
}
