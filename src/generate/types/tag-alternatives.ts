import { findSchemas } from '../../contract/model/find-schemas.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import {
  type Branches,
  createBranchReader,
} from '../../contract/validate/discriminator-branches.ts';
import type { MutableSchema } from '../mutable-schema.ts';

/**
 * Writes in place which values name each alternative of a schema with a discriminator, where it stands.
 *
 * The generator of types writes them into the alternatives themselves, and so for one union alone.
 */
export function tagAlternatives(document: unknown): void {
  const readBranches = createBranchReader(document);
  const found = findSchemas(document)
    .filter(({ discriminator }) => discriminator !== undefined)
    .map((schema) => [schema, readBranches(schema)] as const);
  for (const [schema, branches] of found) {
    if (branches?.keyword === undefined) continue;
    delete schema.discriminator;
    const alternatives = schema[branches.keyword];
    if (!branches.isClosed || !Array.isArray(alternatives)) continue;
    schema[branches.keyword] = alternatives.map((alternative, index) =>
      tag(alternative, branches, index),
    );
  }
}

function tag(alternative: unknown, { propertyName, byValue }: Branches, index: number): unknown {
  const values = [...byValue].filter(([, chosen]) => chosen === index).map(([value]) => value);
  if (values.length === 0 || !isJsonObject(alternative)) return alternative;
  return { allOf: [alternative, writeTag(propertyName, values)] };
}

/** An object whose property has one of the values. */
export function writeTag(propertyName: string, values: readonly string[]): MutableSchema {
  const properties = Object.fromEntries([[propertyName, { enum: values }]]);
  return { type: 'object', required: [propertyName], properties };
}
