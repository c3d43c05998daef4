import { Ajv2020, type FuncKeywordDefinition } from 'ajv/dist/2020.js';
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
  const checks = {
    request: createCheck(document, HIDDEN.request, resolve),
    response: createCheck(document, HIDDEN.response, resolve),
  };
  return (place, value, direction) => {
    try {
      return checks[direction](place, value);
    } catch (error) {
      // Such as one with an invalid pattern: a request may be wrong, an answer is not to blame.
      return direction === 'request' ? [`${place.pointer} cannot be compiled: ${error}`] : [];
    }
  };
}

function createCheck(document: object, hidden: string, resolve: ResolveSchema) {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    inlineRefs: false,
    validateSchema: false,
    logger: false,
  });
  formats.default(ajv);
  ajv.removeKeyword('required').addKeyword(requireUnless(hidden, resolve));
  ajv.addSchema(withoutTraversal(document), ID);
  return ({ pointer, schema }: SchemaPlace, value: unknown): string[] => {
    const uri = `${ID}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
    const validate = typeof schema === 'boolean' ? ajv.compile(schema) : ajv.getSchema(uri);
    if (validate === undefined) return [`${pointer} does not exist`];
    validate(value);
    const errors = validate.errors ?? [];
    return errors.map(({ instancePath, message }) => `${instancePath || 'the value'} ${message}`);
  };
}

/** Ajv would take names in examples, such as `$id`, for names of schemas. */
function withoutTraversal(document: object): object {
  const entries = Object.entries(document).map(([name, value]) => [name, { value }] as const);
  return Object.defineProperties({}, Object.fromEntries(entries));
}

/** Makes the keyword `required` that a property which is hidden in this direction may break. */
function requireUnless(hidden: string, resolve: ResolveSchema): FuncKeywordDefinition {
  return {
    keyword: 'required',
    type: 'object',
    schemaType: 'array',
    compile: (names: string[], { properties }) => {
      const needed = names.filter((name) => !isHidden(properties, name));
      const validate: ReturnType<NonNullable<FuncKeywordDefinition['compile']>> = (value) => {
        const missing = needed.filter((name) => !Object.hasOwn(value, name));
        validate.errors = missing.map((name) => ({
          keyword: 'required',
          message: `must have required property '${name}'`,
        }));
        return missing.length === 0;
      };
      return validate;
    },
  };

  function isHidden(properties: unknown, name: string): boolean {
    const property =
      isJsonObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    const resolved = isJsonObject(property) ? resolve(property) : undefined;
    return isJsonObject(resolved) && resolved[hidden] === true;
  }
}
