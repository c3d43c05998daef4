import { memoizePerObject } from '../../memo/memoize-per-object.ts';
import { schemaTypes } from '../model/coerce-scalar.ts';
import type { Contract, SchemaPlace } from '../model/contract.ts';
import { escapeToken, isJsonObject, jump } from '../model/json-cursor.ts';
import type { JsonSchema } from '../model/json-schema.ts';
import { isSchema } from '../model/read-schema.ts';
import { createSchemaResolver } from '../model/resolve-schema.ts';

/** Reads schemas of a document with their pointers, through `$ref` and composition. */
export interface SchemaPlaces {
  /** Place of the schema that a chain of plain `$ref`s leads to. */
  readonly target: (place: SchemaPlace) => SchemaPlace;
  /** Members of an object by name; of several schemas of one member, the first. */
  readonly members: (place: SchemaPlace) => ReadonlyMap<string, SchemaPlace>;
  /** Names of the members that an object must have. */
  readonly required: (place: SchemaPlace) => ReadonlySet<string>;
  /** Schema of the items of an array. */
  readonly items: (place: SchemaPlace) => SchemaPlace | undefined;
  /** JSON types that a schema allows; empty for any. */
  readonly types: (place: SchemaPlace) => readonly string[];
  /** First value of a keyword of a schema, or of one that it refers to or is composed of. */
  readonly keyword: (place: SchemaPlace, name: string) => unknown;
}

interface Found {
  readonly members: ReadonlyMap<string, SchemaPlace>;
  readonly required: ReadonlySet<string>;
  readonly items: SchemaPlace | undefined;
}

/** Schemas of one value that are read before it is taken as endless. */
const MOST_PARTS = 200;

/** Creates the reader of a contract; each schema is read once. */
export function createSchemaPlaces({ document }: Pick<Contract, 'document'>): SchemaPlaces {
  const resolve = createSchemaResolver(document);
  const nothing: Found = { members: new Map(), required: new Set(), items: undefined };
  const read = memoizePerObject((schema: object) => readParts(schema));
  // What is read of a schema depends on its place as well, which each object has only once.
  const pointers = new WeakMap<object, string>();
  return {
    target: follow,
    members: (place) => open(place).members,
    required: (place) => open(place).required,
    items: (place) => open(place).items,
    types: ({ schema }) => schemaTypes(schema, resolve),
    keyword: (place, name) => {
      for (const { part } of listParts(place)) {
        if (isJsonObject(part.schema) && part.schema[name] !== undefined) return part.schema[name];
      }
      return undefined;
    },
  };

  function open({ pointer, schema }: SchemaPlace): Found {
    if (!isJsonObject(schema)) return nothing;
    if (!pointers.has(schema)) pointers.set(schema, pointer);
    return read(schema);
  }

  function readParts(schema: object): Found {
    const members = new Map<string, SchemaPlace>();
    const required = new Set<string>();
    let items: SchemaPlace | undefined;
    const start = { pointer: pointers.get(schema) ?? '', schema: isSchema(schema) ? schema : true };
    for (const { part, isCertain } of listParts(start)) {
      const { pointer, schema: own } = part;
      if (!isJsonObject(own)) continue;
      for (const [name, member] of Object.entries(objectOf(own.properties))) {
        if (members.has(name) || !isSchema(member)) continue;
        members.set(name, {
          pointer: `${pointer}/properties/${escapeToken(name)}`,
          schema: member,
        });
      }
      if (isCertain) for (const name of listOf(own.required)) required.add(String(name));
      if (items === undefined && isSchema(own.items)) {
        items = { pointer: `${pointer}/items`, schema: own.items };
      }
    }
    return { members, required, items };
  }

  /** Lists a schema with all that it refers to or is composed of, the nearest first. */
  function listParts(start: SchemaPlace): { part: SchemaPlace; isCertain: boolean }[] {
    const parts: { part: SchemaPlace; isCertain: boolean }[] = [];
    const seen = new Set<JsonSchema>();
    const waiting = [{ part: start, isCertain: true }];
    while (waiting.length > 0 && parts.length < MOST_PARTS) {
      const next = waiting.shift();
      if (next === undefined || seen.has(next.part.schema)) continue;
      const { part, isCertain } = next;
      seen.add(part.schema);
      parts.push(next);
      if (!isJsonObject(part.schema)) continue;
      const target = referred(part);
      if (target !== undefined) waiting.push({ part: target, isCertain });
      for (const keyword of ['allOf', 'anyOf', 'oneOf'] as const) {
        for (const [index, branch] of listOf(part.schema[keyword]).entries()) {
          if (!isSchema(branch)) continue;
          const place = { pointer: `${part.pointer}/${keyword}/${index}`, schema: branch };
          waiting.push({ part: place, isCertain: isCertain && keyword === 'allOf' });
        }
      }
    }
    return parts;
  }

  function follow(place: SchemaPlace): SchemaPlace {
    let at = place;
    for (let step = 0; step < MOST_PARTS; step += 1) {
      const isAlone = isJsonObject(at.schema) && Object.keys(at.schema).length <= 2;
      const target = isAlone ? referred(at) : undefined;
      if (target === undefined) return at;
      at = target;
    }
    return at;
  }

  function referred({ schema }: SchemaPlace): SchemaPlace | undefined {
    if (!isJsonObject(schema) || typeof schema.$ref !== 'string') return undefined;
    try {
      const { pointer, node } = jump(document, schema.$ref);
      return isSchema(node) ? { pointer, schema: node } : undefined;
    } catch {
      // A document of somebody else's may refer to nothing.
      return undefined;
    }
  }
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}
