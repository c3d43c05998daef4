import { isJsonObject } from '../model/json-cursor.ts';
import { lastToken } from '../model/reference.ts';
import { createSchemaResolver, type ResolveSchema } from '../model/resolve-schema.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** Meaning of the values of a discriminator. */
export interface Branches {
  readonly propertyName: string;
  /** Keyword with the branches; absent if they are the schemas that extend this one. */
  readonly keyword: 'oneOf' | 'anyOf' | undefined;
  /** Index of the branch for each known value; `undefined` for a schema that is not a branch. */
  readonly byValue: ReadonlyMap<string, number | undefined>;
  /** Index of the branch for an object with another value, or without one. */
  readonly defaultIndex?: number;
  /** Whether all other values are invalid. */
  readonly isClosed: boolean;
}

/** Reads the branches of a schema with a discriminator; `undefined` without one. */
export type ReadBranches = (schema: unknown) => Branches | undefined;

/**
 * Creates a reader of the discriminators of a document,
 * https://spec.openapis.org/oas/v3.2.0#discriminator-object.
 */
export function createBranchReader(document: unknown): ReadBranches {
  const resolve = createSchemaResolver(document);
  const schemas = componentSchemas(document);
  return (schema) => {
    if (!isJsonObject(schema) || !isJsonObject(schema.discriminator)) return undefined;
    const { propertyName, mapping, defaultMapping } = schema.discriminator;
    if (typeof propertyName !== 'string') return undefined;
    const targets = isJsonObject(mapping) ? Object.entries(mapping) : [];
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const branches = schema[keyword];
      if (Array.isArray(branches)) {
        const values = readValues(branches, propertyName, targets, resolve);
        return withDefault({ propertyName, keyword, ...values }, branches, defaultMapping);
      }
    }
    const values = readChildren(schema, schemas, targets);
    return withDefault({ propertyName, keyword: undefined, ...values }, [], defaultMapping);
  };
}

/** https://spec.openapis.org/oas/v3.2.0#optional-discriminating-property */
function withDefault(known: Branches, branches: readonly unknown[], target: unknown): Branches {
  if (typeof target !== 'string') return known;
  const defaultIndex = branches.map(schemaName).indexOf(nameOf(target));
  return { ...known, isClosed: false, ...(defaultIndex >= 0 && { defaultIndex }) };
}

type Mapping = readonly (readonly [value: string, target: unknown])[];
type Values = Pick<Branches, 'byValue' | 'isClosed'>;

/** Reads the values of a mapping, else the constants of a branch or the name of its schema. */
function readValues(
  branches: readonly unknown[],
  property: string,
  mapping: Mapping,
  resolve: ResolveSchema,
): Values {
  const names = branches.map(schemaName);
  const mapped = mapping.map(([value, target]) => [value, names.indexOf(nameOf(target))] as const);
  const implicit = branches.flatMap((branch, index) => {
    if (mapped.some(([, chosen]) => chosen === index)) return [];
    const constants = constantsOf(branch, property, resolve);
    const own = constants.length > 0 ? constants : [names[index]];
    return own.filter((value) => value !== undefined).map((value) => [value, index] as const);
  });
  const known = [...mapped, ...implicit];
  return {
    byValue: new Map(known.map(([value, index]) => [value, index < 0 ? undefined : index])),
    isClosed: branches.every(
      (branch, index) => known.some(([, chosen]) => chosen === index) || isNull(branch),
    ),
  };
}

/** Reads the values of a mapping, and the names of other schemas that extend this one. */
function readChildren(parent: JsonObject, schemas: JsonObject, mapping: Mapping): Values {
  const targets = mapping.map(([, target]) => nameOf(target));
  const names = Object.keys(schemas).filter((name) => extendsParent(schemas, name, parent));
  const known = [
    ...mapping.map(([value]) => value),
    ...names.filter((name) => !targets.includes(name)),
  ];
  // Without a mapping, the values may well be other names.
  return {
    byValue: new Map(known.map((value) => [value, undefined])),
    isClosed: mapping.length > 0,
  };
}

/** Whether a component is a schema or composes it by `allOf`, directly or indirectly. */
function extendsParent(schemas: JsonObject, name: string, parent: JsonObject, depth = 0): boolean {
  const schema = schemas[name];
  if (schema === parent) return true;
  if (!isJsonObject(schema) || !Array.isArray(schema.allOf) || depth > 20) return false;
  return schema.allOf
    .map(schemaName)
    .some((base) => base !== undefined && extendsParent(schemas, base, parent, depth + 1));
}

function componentSchemas(document: unknown): JsonObject {
  const components = isJsonObject(document) ? document.components : undefined;
  return isJsonObject(components) && isJsonObject(components.schemas) ? components.schemas : {};
}

function schemaName(branch: unknown): string | undefined {
  return isJsonObject(branch) ? nameOf(branch.$ref) : undefined;
}

/** Name of the schema that a reference or mapping leads to; `undefined` for any other value. */
function nameOf(reference: unknown): string | undefined {
  return typeof reference === 'string' ? lastToken(reference) : undefined;
}

function constantsOf(branch: unknown, property: string, resolve: ResolveSchema): string[] {
  const schema = isJsonObject(branch) ? resolve(branch) : true;
  const { properties = {} } = typeof schema === 'boolean' ? {} : schema;
  const declared = Object.hasOwn(properties, property) ? properties[property] : undefined;
  const value = declared === undefined ? true : resolve(declared);
  if (typeof value === 'boolean') return [];
  const constants = 'const' in value ? [value.const] : (value.enum ?? []);
  return constants.filter((constant) => typeof constant === 'string');
}

function isNull(branch: unknown): boolean {
  return isJsonObject(branch) && branch.type === 'null';
}
