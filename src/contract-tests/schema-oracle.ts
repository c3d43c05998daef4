import { Ajv2020, type FuncKeywordDefinition, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Contract, SchemaPlace } from '../contract/model/contract.ts';
import { type Direction, type HiddenKeyword, hiddenKeyword } from '../contract/model/direction.ts';
import { findSchemas } from '../contract/model/find-schemas.ts';
import { isJsonObject } from '../contract/model/json-cursor.ts';
import { createSchemaResolver, type ResolveSchema } from '../contract/model/resolve-schema.ts';
import { toPlain, toPlainObject } from '../contract/model/to-plain.ts';

/** Says which rules a value breaks; of a schema that cannot be compiled, none. */
export type SchemaOracle = (place: SchemaPlace, value: unknown, direction: Direction) => string[];

const ID = 'contract';

/**
 * Creates a validator of its own, independent of the one inside the mock server: a plain ajv.
 *
 * It reads `discriminator` as an annotation, and lets several branches beside one hold, so that it accepts a little more.
 */
export function createSchemaOracle({ document }: Pick<Contract, 'document'>): SchemaOracle {
  const plain = withOpenBranches(toPlainObject(document));
  const resolve = createSchemaResolver(plain);
  const checks = new Map<Direction, (place: SchemaPlace, value: unknown) => string[]>();
  return (place, value, direction) => {
    const check = checks.get(direction) ?? createCheck(plain, hiddenKeyword(direction), resolve);
    checks.set(direction, check);
    try {
      return check(place, toPlain(value));
    } catch {
      // Such as one with an invalid pattern, which is reported as what cannot be enforced.
      return [];
    }
  };
}

/** Without the discriminator, the branches that it tells apart may be alike. */
function withOpenBranches(document: Contract['document']): Contract['document'] {
  const isTold = ({ discriminator, oneOf }: Readonly<Record<string, unknown>>) =>
    discriminator !== undefined && oneOf !== undefined;
  if (!findSchemas(document).some(isTold)) return document;
  const copy = structuredClone(document);
  for (const schema of findSchemas(copy).filter(isTold)) {
    const { oneOf } = schema;
    delete schema.oneOf;
    schema.allOf = [...[schema.allOf ?? []].flat(), { anyOf: oneOf }];
  }
  return copy;
}

function createCheck(document: object, hidden: HiddenKeyword, resolve: ResolveSchema) {
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
  return ({ pointer, schema }: SchemaPlace, value: unknown): string[] => {
    // Lists have hundreds of parameters that are alike: half of the time for NetBox (November 2026).
    const text = JSON.stringify(schema);
    const validate =
      known.get(text) ??
      (schema === true || schema === false ? ajv.compile(schema) : find(pointer));
    known.set(text, validate);
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message = '', keyword }) => `${instancePath}: ${keyword}: ${message}`,
    );
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
