import { isJsonObject } from '../model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { isSchema } from '../model/read-schema.ts';
import { compilePattern } from './make-text.ts';

/** What some schemas say of the members of an object. */
export interface ObjectRules {
  readonly declared: readonly string[];
  readonly required: ReadonlySet<string>;
  readonly least: number;
  readonly most: number;
  /** Schemas of a member; `undefined` if it is not allowed. */
  readonly schemasOf: (name: string) => readonly JsonSchema[] | undefined;
}

/** Reads what schemas that all apply say of the members of an object. */
export function readObjectRules(
  parts: readonly SchemaObject[],
  present: readonly string[],
): ObjectRules {
  const numbers = (keyword: string) =>
    parts.map((part) => part[keyword]).filter((value) => typeof value === 'number');
  return {
    declared: [...new Set(parts.flatMap(({ properties = {} }) => Object.keys(properties)))],
    required: findRequired(parts, present),
    least: Math.max(0, ...numbers('minProperties')),
    most: Math.min(...numbers('maxProperties')),
    schemasOf: (name) => findMemberSchemas(parts, name),
  };
}

/** Lists required members, and those that others need by `dependentRequired`. */
function findRequired(parts: readonly SchemaObject[], present: readonly string[]): Set<string> {
  const required = new Set(parts.flatMap((part) => part.required ?? []));
  const needed = parts.flatMap(({ dependentRequired }) =>
    isJsonObject(dependentRequired) ? Object.entries(dependentRequired) : [],
  );
  for (const _round of needed) {
    for (const [name, others] of needed) {
      if (!Array.isArray(others) || !(required.has(name) || present.includes(name))) continue;
      for (const other of others) required.add(other);
    }
  }
  return required;
}

function findMemberSchemas(
  parts: readonly SchemaObject[],
  name: string,
): readonly JsonSchema[] | undefined {
  const found = parts.map((part) => findOwnSchemas(part, name));
  const isEvaluated = found.some((own) => own.length > 0);
  const others = isEvaluated ? [] : parts.map((part) => part.unevaluatedProperties ?? true);
  const all = [...found.flat(), ...others];
  return all.includes(false) ? undefined : all.filter(isSchema);
}

/** Schemas that one part has for a member; none if it does not mention it. */
function findOwnSchemas(
  { properties, patternProperties, additionalProperties }: SchemaObject,
  name: string,
): JsonSchema[] {
  const declared =
    properties !== undefined && Object.hasOwn(properties, name) ? [properties[name]] : [];
  const matching = Object.entries(isJsonObject(patternProperties) ? patternProperties : {})
    .filter(([pattern]) => compilePattern(pattern).some((form) => form.test(name)))
    .map(([, schema]) => schema);
  const own = [...declared, ...matching];
  return (own.length > 0 ? own : [additionalProperties]).filter(isSchema);
}
