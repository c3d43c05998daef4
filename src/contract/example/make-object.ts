import { escapeToken, isJsonObject } from '../model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { isSchema } from '../model/read-schema.ts';
import type { FlatSchema } from './flatten-schemas.ts';
import { type MakeValue, type Making, MOST_TRIES, type Place } from './making.ts';
import { type ObjectRules, readObjectRules } from './object-rules.ts';
import { createPatternSampler } from './sample-pattern.ts';

type Members = Record<string, unknown>;

/** Makes an object that fits some schemas; `undefined` if a required member has no value. */
export function makeObject(
  { parts, rest }: FlatSchema,
  former: unknown,
  place: Place,
  making: Making,
  makeValue: MakeValue,
): Members | undefined {
  const kept = isJsonObject(former) ? former : undefined;
  const present = Object.keys(kept ?? {}).filter((name) => kept?.[name] !== undefined);
  const rules = readObjectRules(parts, present);
  const made: Members = {};
  const isFull = kept === undefined && !place.isCut && rest % 2 === 0;
  const optional = isFull ? rules.declared.filter((name) => !isTrigger(parts, name)) : [];
  const names = kept === undefined ? rules.declared : present;
  const wanted = new Set([...names, ...rules.required, ...optional]);
  for (const name of wanted) {
    const isNeeded = rules.required.has(name) || present.includes(name) || optional.includes(name);
    if (isNeeded && !add(name) && isRequired(name)) return undefined;
  }
  for (const name of listMore()) {
    if (Object.keys(made).length >= rules.least) break;
    if (made[name] === undefined) add(name);
  }
  return Object.keys(made).length < rules.least ? undefined : dropExcess(made, rules);

  function isRequired(name: string): boolean {
    return rules.required.has(name) && !isHidden(rules.schemasOf(name) ?? [], making);
  }

  /** Adds a member; `false` if there is none. */
  function add(name: string): boolean {
    const schemas = rules.schemasOf(name);
    const pointer = `${place.pointer}/${escapeToken(name)}`;
    if (schemas === undefined || isHidden(schemas, making)) return false;
    const isGivenUp = (making.wrong.get(pointer) ?? 0) > MOST_TRIES;
    if (!rules.required.has(name) && (isGivenUp || !hasValidName(name, parts, making)))
      return false;
    const value = makeValue(schemas, kept?.[name], { ...place, pointer }, making);
    if (value === undefined) return false;
    // Not by assignment, which would set the prototype for the name "__proto__".
    Object.defineProperty(made, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return true;
  }

  /** Lists names of further members, for `minProperties`. */
  function* listMore(): Generator<string> {
    yield* rules.declared;
    for (let index = 0; index < rules.least * 2 + 10; index += 1) {
      yield* nameMember(index);
    }
  }

  function* nameMember(index: number): Generator<string> {
    const forms = parts.map(({ propertyNames }) => propertyNames).filter(isSchema);
    if (forms.length > 0) {
      const at = { ...place, pointer: '#name', salt: index };
      const name = makeValue([...forms, { type: 'string' }], undefined, at, making);
      if (typeof name === 'string') yield name;
    }
    const patterns = parts.flatMap(({ patternProperties }) => Object.keys(patternProperties ?? {}));
    for (const pattern of patterns) {
      const sample = createPatternSampler(pattern);
      yield* sample({ least: 0, most: 1000, choice: index }).take(1);
      // A pattern with few texts of its own may go on after them.
      yield* sample({ least: index + 1, most: 1000, choice: 0 }).take(2);
    }
    yield `property${index + 1}`;
  }
}

/** Whether a member makes a schema of `dependentSchemas` apply. */
function isTrigger(parts: readonly SchemaObject[], name: string): boolean {
  return parts.some(
    ({ dependentSchemas, dependentRequired, required }) =>
      !required?.includes(name) &&
      [dependentSchemas, dependentRequired].some(
        (dependent) => isJsonObject(dependent) && Object.hasOwn(dependent, name),
      ),
  );
}

function hasValidName(name: string, parts: readonly SchemaObject[], { probe }: Making): boolean {
  return parts.every(
    ({ propertyNames }) => !isSchema(propertyNames) || probe(propertyNames, name) === 0,
  );
}

/** Whether a member is `writeOnly`, and so in no response. */
function isHidden(schemas: readonly JsonSchema[], making: Making, depth = 0): boolean {
  return schemas.some((schema) => {
    if (typeof schema === 'boolean' || depth > 8) return false;
    const { $ref, allOf = [], writeOnly } = schema;
    const inner = $ref === undefined ? allOf : [making.resolve({ $ref }), ...allOf];
    return writeOnly === true || isHidden(inner, making, depth + 1);
  });
}

/** Drops optional members where there are too many. */
function dropExcess(made: Members, { required, most }: ObjectRules): Members | undefined {
  const names = Object.keys(made);
  if (names.length <= most) return made;
  const ranked = [
    ...names.filter((name) => required.has(name)),
    ...names.filter((name) => !required.has(name)),
  ];
  const kept = new Set(ranked.slice(0, most));
  return Object.fromEntries(Object.entries(made).filter(([name]) => kept.has(name)));
}
