import { isJsonObject } from '../model/json-cursor.ts';
import type { JsonSchema, SchemaObject } from '../model/json-schema.ts';
import { isSchema } from '../model/read-schema.ts';
import { findDiscriminated, findNamed, nameBranch } from './discriminated.ts';
import { leastHeight } from './least-height.ts';
import type { Making, Place } from './making.ts';

/** Schemas that apply to one value, with a branch chosen wherever there is a choice. */
export interface FlatSchema {
  /** Each one's own keywords apply; those that compose schemas are already followed. */
  readonly parts: readonly SchemaObject[];
  /** Schemas that the value must not fit. */
  readonly forbidden: readonly JsonSchema[];
  readonly refs: readonly string[];
  readonly isCut: boolean;
  /** Number of combinations of branches. */
  readonly combinations: number;
  /** What is left of the number of the choice, for choices among plain values. */
  readonly rest: number;
}

/** References to one schema inside of each other, after which no value is expected to end. */
const MOST_NESTED = 4;

/**
 * Follows references, `allOf`, and one branch of each `oneOf`, `anyOf` and `if`.
 *
 * `choice` numbers the combinations of branches; 0 is the one that is nearest to the former value.
 * Returns `undefined` if the combination allows no value.
 */
export function flattenSchemas(
  schemas: readonly JsonSchema[],
  former: unknown,
  choice: number,
  place: Place,
  making: Making,
): FlatSchema | undefined {
  const waiting = [...schemas];
  const parts = new Set<SchemaObject>();
  const forbidden: JsonSchema[] = [];
  const refs: string[] = [];
  let { isCut } = place;
  let rest = choice;
  let combinations = 1;

  while (true) {
    const schema = waiting.shift() ?? findTriggered(parts, former);
    if (schema === undefined) {
      return {
        parts: [...parts],
        forbidden,
        refs: [...place.refs, ...refs],
        isCut,
        combinations,
        rest,
      };
    }
    if (schema === false) return undefined;
    if (schema === true || parts.has(schema)) continue;
    parts.add(schema);
    if (schema.$ref !== undefined && !follow(schema.$ref)) return undefined;
    waiting.push(...(schema.allOf ?? []));
    takeBranches(schema);
    takeCondition(schema);
    if (isSchema(schema.not)) forbidden.push(schema.not);
    const named = findDiscriminated(schema, refs, making);
    if (named !== undefined) waiting.push(named);
  }

  function follow($ref: string): boolean {
    if (refs.includes($ref)) return true;
    const nested = place.refs.filter((ref) => ref === $ref).length;
    isCut ||= nested > 0;
    refs.push($ref);
    waiting.push(making.resolve({ $ref }));
    return nested < MOST_NESTED;
  }

  function takeBranches(schema: SchemaObject): void {
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const branches = schema[keyword];
      if (branches === undefined || branches.length === 0) continue;
      const nearest = findNamed(schema, keyword, former, making) ?? findNearest(branches);
      const index = (nearest + take(branches.length)) % branches.length;
      const branch = branches[index] ?? true;
      const name = nameBranch(schema, keyword, index, former, making);
      waiting.push(branch, ...(name === undefined ? [] : [name]));
      // Of branches with a discriminator, only the named one is checked.
      if (keyword === 'oneOf' && name === undefined) {
        forbidden.push(...branches.filter((one) => one !== branch));
      }
    }
  }

  function takeCondition({ if: condition, then = true, else: otherwise = true }: SchemaObject) {
    if (!isSchema(condition) || !isSchema(then) || !isSchema(otherwise)) return;
    const isMet = former === undefined || making.probe(condition, former) === 0;
    if (take(2) === (isMet ? 0 : 1)) waiting.push(condition, then);
    else {
      forbidden.push(condition);
      waiting.push(otherwise);
    }
  }

  function findNearest(branches: readonly JsonSchema[]): number {
    if (branches.length === 1 || (former === undefined && !isCut)) return 0;
    const distances = branches.map((branch) =>
      former === undefined ? leastHeight(branch, making) : making.probe(branch, former),
    );
    return distances.indexOf(Math.min(...distances));
  }

  /** Takes a digit from the number of the choice. */
  function take(base: number): number {
    combinations *= base;
    const digit = rest % base;
    rest = Math.floor(rest / base);
    return digit;
  }
}

/** Finds a schema of `dependentSchemas` that applies because of a member, and is not there yet. */
function findTriggered(parts: ReadonlySet<SchemaObject>, former: unknown): JsonSchema | undefined {
  for (const { dependentSchemas } of parts) {
    if (!isJsonObject(dependentSchemas)) continue;
    for (const [name, schema] of Object.entries(dependentSchemas)) {
      const isKnown = !isJsonObject(schema) || parts.has(schema);
      if (!isKnown && isPresent(name, parts, former)) return schema;
    }
  }
  return undefined;
}

function isPresent(name: string, parts: ReadonlySet<SchemaObject>, former: unknown): boolean {
  if (isJsonObject(former) && former[name] !== undefined) return true;
  return [...parts].some(({ required }) => required?.includes(name));
}
