import type { Collection, CollectionOperation } from '../../contract/collections/collection.ts';
import { recogniseCollections } from '../../contract/collections/recognise-collections.ts';
import { type CollectionSummary, summarise } from '../../contract/collections/summarise.ts';
import type { Contract } from '../../contract/model/contract.ts';
import type { Behaviour, Seed } from '../authoring/behaviour.ts';
import type { ScenarioFile } from '../scenarios/scenario-file.ts';
import type { TableSpecs } from '../state/table.ts';
import { createCollectionBehaviour } from './create-collection-behaviour.ts';

type AnySeed = Seed<Readonly<Record<string, unknown>>, TableSpecs>;

/** What is read of an API, and what it gets. */
interface Extensible {
  readonly contract: Contract;
  readonly behaviour?: Behaviour | undefined;
  readonly scenarios?: ScenarioFile | undefined;
  readonly isForeign?: boolean;
  readonly brokenAnswers?: 'refuse' | 'report';
}

/** What an API is by its contract and its own behaviour together. */
export interface Extended {
  readonly behaviour?: Behaviour | undefined;
  readonly scenarios?: ScenarioFile | undefined;
  /** Collections that are recognised, without the operations that have a handler of their own. */
  readonly collections: readonly CollectionSummary[];
}

/**
 * Gives an API the behaviour that its contract implies. Its own handlers go before the recognised ones, and so do its
 * tables; where it has a handler for each operation of a collection, that is left alone.
 */
export function withCollections<Api extends Extensible>(api: Api): Api & Extended {
  const {
    contract,
    behaviour,
    scenarios,
    brokenAnswers,
    isForeign = brokenAnswers === 'report',
  } = api;
  const all = recogniseCollections(contract);
  const collections = leaveOut(isForeign ? all : keepAnswerable(all), behaviour);
  if (collections.length === 0) return { ...api, collections: [] };
  const recognised = createCollectionBehaviour(contract, collections, { isForeign });
  return {
    ...api,
    collections: collections.map(summarise),
    behaviour: behaviour === undefined ? recognised : joinBehaviours(behaviour, recognised),
    scenarios: scenarios ?? (behaviour === undefined ? offerSeeds(contract.file) : undefined),
  };
}

/** Leaves out the operations of which the contract declares no success, where every answer has to keep it. */
function keepAnswerable(collections: readonly Collection[]): Collection[] {
  const canSucceed = ({ operation }: CollectionOperation) =>
    operation.responses.some(({ status }) => /^(?:2|default$)/.test(status));
  return collections
    .map((collection) => ({ ...collection, operations: collection.operations.filter(canSucceed) }))
    .filter(({ operations }) => operations.length > 0);
}

/** Leaves out the operations that have handlers, and gives each table a name that is free. */
function leaveOut(
  collections: readonly Collection[],
  behaviour: Behaviour | undefined,
): Collection[] {
  if (behaviour === undefined) return [...collections];
  const taken = new Set(Object.keys(behaviour.tables));
  return collections.flatMap((collection) => {
    const operations = collection.operations.filter(
      ({ operation }) => behaviour.handlers[operation.id] === undefined,
    );
    if (operations.length === 0) return [];
    const name = nameFreely(collection.name, taken);
    taken.add(name);
    return [{ ...collection, name, operations }];
  });
}

function nameFreely(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
  }
}

function joinBehaviours(own: Behaviour, recognised: Behaviour): Behaviour {
  const names = new Set([...Object.keys(recognised.seeds), ...Object.keys(own.seeds)]);
  const fill = ({ seeds }: Behaviour, name: string): AnySeed =>
    (Object.hasOwn(seeds, name) ? seeds[name] : undefined) ?? seeds.default;
  const seeds = [...names].map((name): [string, AnySeed] => [
    name,
    (world) => {
      fill(recognised, name)(world);
      fill(own, name)(world);
    },
  ]);
  return {
    ...own,
    tables: { ...recognised.tables, ...own.tables },
    seeds: { default: own.seeds.default, ...Object.fromEntries(seeds) },
    handlers: { ...recognised.handlers, ...own.handlers },
    summarize: (view) => [
      ...(own.summarize?.(view) ?? []),
      ...(recognised.summarize?.(view) ?? []),
    ],
  };
}

/** Scenarios of an API that has none of its own. */
function offerSeeds(file: string): ScenarioFile {
  return {
    file,
    entries: {
      empty: { summary: 'No collection has an item.', seed: 'empty' },
      one: { summary: 'Each collection has one item.', seed: 'one' },
      many: { summary: 'Each collection has 100 items, for paging.', seed: 'many' },
    },
  };
}
