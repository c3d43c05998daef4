import { Ajv2020, type FuncKeywordDefinition, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { SchemaPlace } from '../contract/model/contract.ts';
import type { HiddenKeyword } from '../contract/model/direction.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import type { ResolveSchema } from '../contract/model/resolve-schema.ts';

/** Says which rules of a schema a value breaks. */
export type CheckPlain = (place: SchemaPlace, value: unknown) => string[];

const ID = 'contract';

/**
 * Creates a check by ajv with its own rules alone, but that a member which is hidden in a direction may be missing.
 *
 * It throws for a schema that cannot be compiled, or that the document does not have.
 */
export function createPlainCheck(
  document: object,
  hidden: HiddenKeyword,
  resolve: ResolveSchema,
): CheckPlain {
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    inlineRefs: false,
    validateSchema: false,
    logger: false,
    // Most validators run only a few times.
    code: { optimize: false },
  });
  const known = new Map<string, ValidateFunction>();
  formats.default(ajv);
  ajv.removeKeyword('required').addKeyword(requireUnless(hidden, resolve));
  ajv.addSchema(withoutTraversal(document), ID);
  return ({ pointer, schema }, value) => {
    // Lists have hundreds of parameters that are alike: half of the time for NetBox (November 2026).
    const text = JSON.stringify(schema);
    const validate =
      known.get(text) ??
      (schema === true || schema === false ? ajv.compile(schema) : find(pointer));
    known.set(text, validate);
    validate(value);
    const errors = validate.errors ?? [];
    return errors.map(({ instancePath, message }) => `${instancePath || 'the value'} ${message}`);
  };

  function find(pointer: string): ValidateFunction {
    const uri = `${ID}#${pointer.split('/').map(encodeURIComponent).join('/')}`;
    const validate = ajv.getSchema(uri);
    if (validate === undefined) throw new Error(`There is no schema at ${pointer}.`);
    return validate;
  }
}

/** Ajv would take names in examples, such as `$id`, for names of schemas. */
function withoutTraversal(document: object): object {
  const entries = Object.entries(document).map(([name, value]) => [name, { value }] as const);
  return Object.defineProperties({}, Object.fromEntries(entries));
}

/** Makes the keyword `required` that a property which is hidden in this direction may break. */
function requireUnless(hidden: HiddenKeyword, resolve: ResolveSchema): FuncKeywordDefinition {
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
