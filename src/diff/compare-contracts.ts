import type { Contract } from '../contract/model/contract.ts';
import { openDocument } from '../contract/model/json-cursor.ts';
import type { Change } from './change.ts';
import { type Collector, createCollector } from './collect-changes.ts';
import {
  createSchemaComparison,
  type SchemaComparison,
  type SchemaNode,
} from './compare-schemas.ts';
import type { PlacedFound } from './endpoint-pair.ts';
import { findUnchanged, type Unchanged } from './find-unchanged.ts';
import { pairEndpoints } from './pair-endpoints.ts';
import { type Endpoint, readEndpoints } from './read-endpoints.ts';
import { ENDPOINT_RULES } from './rules/endpoint-rules.ts';
import { findAdded, findRemoved } from './rules/endpoints-changed.ts';
import { findSchemeChanges } from './rules/security-schemes-changed.ts';
import { findServerChanges } from './rules/servers-changed.ts';

/** The same contract in two versions. */
export interface Versions {
  readonly before: Contract;
  readonly after: Contract;
}

/**
 * Compares two versions of a contract; a change of what several operations share is one change.
 *
 * `now` decides which sunsets have passed.
 */
export function compareContracts({ before, after }: Versions, now = new Date()): Change[] {
  const collector = createCollector();
  const unchanged = findUnchanged(before.document, after.document);
  const schemas = createSchemaComparison(before.document, after.document, unchanged);
  // 1. What is said of the API as a whole.
  const [from, to] = [openDocument(before.document), openDocument(after.document)];
  for (const found of [...findServerChanges(from, to), ...findSchemeChanges(from, to)]) {
    collector.add(found, []);
  }
  // 2. Operations and webhooks, with their callbacks, and the schemas that they reach.
  compareEndpoints(readEndpoints(before), readEndpoints(after), {
    collector,
    schemas,
    unchanged,
    now,
  });
  // 3. What was found in schemas, with the operations that reach it.
  return collector.finish();
}

interface Comparison {
  readonly collector: Collector;
  readonly schemas: SchemaComparison;
  readonly unchanged: Unchanged;
  readonly now: Date;
}

function compareEndpoints(
  before: readonly Endpoint[],
  after: readonly Endpoint[],
  comparison: Comparison,
  owner?: Endpoint,
): void {
  const { collector, now } = comparison;
  for (const pair of pairEndpoints(before, after)) {
    if (pair.after === undefined)
      collector.add(findRemoved(pair.before, now, owner), [pair.before]);
    else if (pair.before === undefined) collector.add(findAdded(pair.after), [pair.after]);
    else comparePair(pair.before, pair.after, comparison);
  }
}

function comparePair(before: Endpoint, after: Endpoint, comparison: Comparison): void {
  const { collector, schemas, unchanged } = comparison;
  if (unchanged.hasEndpoint(before, after)) return;
  const flow = after.kind === 'operation' ? 'to-provider' : 'to-consumer';
  const reached: SchemaNode[] = [];
  const reach: Parameters<(typeof ENDPOINT_RULES)[number]>[0]['reach'] = (
    one,
    other,
    way,
    place,
  ) => {
    const node = schemas.add(one, other, way, place);
    if (node !== undefined) reached.push(node);
  };
  const found: readonly PlacedFound[] = ENDPOINT_RULES.flatMap((rule) =>
    rule({ before, after, flow, reach }),
  );
  for (const one of found) collector.add(one, [after]);
  for (const node of reached) collector.reach(node, after);
  compareEndpoints(before.callbacks, after.callbacks, comparison, after);
}
