import type { Found, Spot } from './change.ts';
import type { Unchanged } from './find-unchanged.ts';
import type { Flow } from './flow.ts';
import { isWrapped, listInner } from './list-inner.ts';
import { alternativesChanged } from './rules/alternatives-changed.ts';
import { SCHEMA_RULES } from './rules/schema-rules.ts';
import type { SchemaPair } from './schema-pair.ts';
import { createSchemaViewer, type Schemas } from './schema-view.ts';

/** Two versions of one schema, reached from an endpoint. */
export interface SchemaNode {
  readonly flow: Flow;
  /** Place in words: the name of a schema with its own, or the part of a message. */
  readonly place: string;
  readonly found: readonly Found[];
  /** Schemas inside. */
  readonly inner: readonly SchemaNode[];
}

/** Compares schemas, each pair of them once, whatever refers to it. */
export interface SchemaComparison {
  /** Adds two versions of a schema; `undefined` where both have none. */
  readonly add: (
    before: Spot | undefined,
    after: Spot | undefined,
    flow: Flow,
    place: string,
  ) => SchemaNode | undefined;
}

const NAMED = /^\/components\/schemas\/([^/]+)$/;

/** Creates a comparison of the schemas of two bundled documents. */
export function createSchemaComparison(
  before: unknown,
  after: unknown,
  { hasComponent }: Pick<Unchanged, 'hasComponent'>,
): SchemaComparison {
  const viewBefore = createSchemaViewer(before);
  const viewAfter = createSchemaViewer(after);
  const known = new Map<string, WritableNode>();
  const waiting: [node: WritableNode, pair: SchemaPair][] = [];

  return {
    add: (one, other, flow, place) => {
      if (one === undefined && other === undefined) return undefined;
      const node = enter([one ?? absent(other)], [other ?? absent(one)], flow, place);
      drain();
      return node;
    },
  };

  function enter(one: Schemas, other: Schemas, flow: Flow, place: string): WritableNode {
    const views = { before: viewBefore(one), after: viewAfter(other) };
    const key = `${flow}\n${views.before.key}\n\n${views.after.key}`;
    const node = known.get(key);
    if (node !== undefined) return node;
    const made: WritableNode = {
      flow,
      place: nameOf(views.after.key) ?? place,
      found: [],
      inner: [],
    };
    known.set(key, made);
    if (views.before.key === views.after.key && hasComponent(views.after.key)) return made;
    waiting.push([made, { ...views, flow, viewBefore, viewAfter }]);
    return made;
  }

  /** A list of what is to do, because schemas may lie deeper than calls may. */
  function drain(): void {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [node, pair] = next;
      const rules = isWrapped(pair) ? [alternativesChanged] : SCHEMA_RULES;
      node.found = rules.flatMap((rule) => rule(pair));
      node.inner = listInner(pair).map(({ suffix, before: one, after: other }) =>
        enter(one, other, pair.flow, joinPlace(node.place, suffix)),
      );
    }
  }
}

interface WritableNode extends SchemaNode {
  found: readonly Found[];
  inner: readonly SchemaNode[];
}

/** Without a schema, anything is allowed; its place is that in the other version, of which no schema has the pointer. */
function absent(other: Spot | undefined): Spot {
  return { pointer: `${other?.pointer ?? ''}/absent`, value: true };
}

function nameOf(key: string): string | undefined {
  const [, name] = NAMED.exec(key) ?? [];
  return name?.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `query "q"` and `[]` give `query "q" []`, and `Share /members` and `/name` give `Share /members/name`. */
function joinPlace(place: string, suffix: string): string {
  if (suffix === '') return place;
  return / [/[][^ ]*$/.test(place) ? `${place}${suffix}` : `${place} ${suffix}`;
}
