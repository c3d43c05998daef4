import type { Collection } from '../../contract/collections/collection.ts';
import type { Contract } from '../../contract/model/contract.ts';
import { writeFragment } from '../../contract/model/reference.ts';
import type { Behaviour } from '../authoring/behaviour.ts';
import type { TableSpec } from '../state/table.ts';
import { type CollectionModel, createModel, latestInstant } from './collection-model.ts';
import { createHandlers } from './create-handlers.ts';
import { createFitting } from './fit-value.ts';
import { createTable } from './rows.ts';
import { EPOCH, seedRows } from './seed-rows.ts';
import { SEQUENCES, SEQUENCES_TABLE } from './sequences.ts';
import { summarizeRows } from './summarize-rows.ts';

/** Rows of the seed `many`, for paging. */
const MANY = 100;

/** How a contract is kept. */
export interface CollectionOptions {
  /** Whether the contract is somebody else's, of which as much is enforced as can be. */
  readonly isForeign?: boolean;
}

/**
 * Creates the behaviour of the collections of a contract, seeded from its examples: `default` with what is documented,
 * `empty`, `one` and `many`.
 */
export function createCollectionBehaviour(
  contract: Contract,
  collections: readonly Collection[],
  { isForeign = false }: CollectionOptions = {},
): Behaviour {
  const fitting = createFitting(contract, isForeign);
  const models = collections.map((collection) => createModel(collection, fitting));
  const tables = models.map((model): [string, TableSpec] => [
    model.collection.name,
    createTable(model.collection, describeRows(model)),
  ]);
  return {
    epoch: latestInstant(models) ?? EPOCH,
    tables: Object.fromEntries([...tables, [SEQUENCES, SEQUENCES_TABLE]]),
    seeds: {
      default: (world) => seedRows(models, world, 'documented'),
      empty: () => {},
      one: (world) => seedRows(models, world, 1),
      many: (world) => seedRows(models, world, MANY),
    },
    handlers: Object.fromEntries(models.flatMap((model) => createHandlers(model, models))),
    summarize: (view) => summarizeRows(collections, view),
  };
}

/** Schema of the rows of a table: the members of an item, and those by which rows belong to others. */
function describeRows({ collection, item, fitting, hidden }: CollectionModel) {
  const { key, parents } = collection;
  const names = [...fitting.places.members(item)].filter(([name]) => !hidden.has(name));
  const properties = names.map(([name, { pointer, schema }]) => [
    name,
    typeof schema === 'boolean' ? schema : { $ref: writeFragment(pointer) },
  ]);
  return {
    type: 'object',
    required: [...new Set([key[0] ?? 'id', ...parents.map(({ member }) => member)])],
    properties: Object.fromEntries(properties),
  };
}
