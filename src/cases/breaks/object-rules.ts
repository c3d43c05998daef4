import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { SchemaObject } from '../../contract/model/json-schema.ts';
import { isSchema } from '../../contract/model/read-schema.ts';
import { withoutMember } from './place-value.ts';
import type { RuleCase } from './rule-cases.ts';

/** Names that a contract probably does not know. */
const UNKNOWN = ['unexpectedMember', 'x-unexpected', 'unexpected member', '0'];
/** Values of members that nothing is said about. */
const VALUES = ['unexpected', 1, true, null];
const STRANGE_NAMES = ['not valid!', '', '0', 'UPPER', 'lower', ' ', 'x'.repeat(300)];
/** Most members of an object that is made to break a limit. */
const MOST_MEMBERS = 500;

/** Rules about the members of objects. */
export function listObjectRules(schema: SchemaObject, value: unknown): RuleCase[] {
  if (!isJsonObject(value)) return [];
  const { required, additionalProperties, unevaluatedProperties, propertyNames } = schema;
  const names = Object.keys(value);
  const cases: RuleCase[] = (required ?? []).map((name) => ({
    keyword: 'required',
    detail: name,
    what: `without ${name}`,
    breaks: [withoutMember(value, name)],
  }));
  for (const [keyword, rule] of Object.entries({ additionalProperties, unevaluatedProperties })) {
    if (rule !== false) continue;
    const breaks = UNKNOWN.flatMap((name) =>
      VALUES.map((member) => ({ ...value, [name]: member })),
    );
    cases.push({ keyword, what: 'with a member that is not known', breaks });
  }
  if (isSchema(propertyNames) && propertyNames !== true) {
    const breaks = STRANGE_NAMES.flatMap((name) =>
      [...names.slice(0, 1).map((known) => value[known]), ...VALUES].map((member) => ({
        ...value,
        [name]: member,
      })),
    );
    cases.push({ keyword: 'propertyNames', what: 'with a name that is not allowed', breaks });
  }
  return [...cases, ...listCounts(schema, value, names), ...listDependents(schema, value)];
}

function listCounts(
  { minProperties, maxProperties }: SchemaObject,
  value: Readonly<Record<string, unknown>>,
  names: readonly string[],
): RuleCase[] {
  const cases: RuleCase[] = [];
  if (typeof minProperties === 'number' && minProperties > 0) {
    const fewer = (kept: readonly string[]) =>
      Object.fromEntries(kept.slice(0, minProperties - 1).map((name) => [name, value[name]]));
    const what = `fewer than ${minProperties} members`;
    const breaks = [fewer(names), fewer(names.toReversed())];
    cases.push({ keyword: 'minProperties', what, breaks });
  }
  if (typeof maxProperties === 'number') {
    const isMade = maxProperties <= MOST_MEMBERS;
    const missing = Math.max(0, maxProperties + 1 - names.length);
    const known = names.slice(0, 1).map((name) => value[name]);
    const breaks = (isMade ? [...known, ...VALUES] : []).map((member) => ({
      ...value,
      ...Object.fromEntries(
        Array.from({ length: missing }, (_, index) => [`member${index}`, member]),
      ),
    }));
    const what = `more than ${maxProperties} members`;
    cases.push({ keyword: 'maxProperties', what, breaks });
  }
  return cases;
}

function listDependents(
  { dependentRequired }: SchemaObject,
  value: Readonly<Record<string, unknown>>,
): RuleCase[] {
  if (!isJsonObject(dependentRequired)) return [];
  return Object.entries(dependentRequired).flatMap(([name, others]) =>
    Array.isArray(others) && Object.hasOwn(value, name)
      ? others.map((other) => ({
          keyword: 'dependentRequired',
          detail: `${name} ${other}`,
          what: `with ${name} and without ${other}`,
          breaks: [withoutMember(value, String(other))],
        }))
      : [],
  );
}
