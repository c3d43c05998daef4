import { instantRole, plainName } from '../../contract/collections/member-names.ts';
import { createExampleRequest } from '../../contract/example/example-request.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { SeededWorld } from '../authoring/behaviour.ts';
import type { Table, TableSpecs } from '../state/table.ts';
import type { CollectionModel } from './collection-model.ts';
import { settle, writeInstant, writeKey } from './make-row.ts';
import { moveLinks } from './move-links.ts';
import { groupOf, keyOf, type Row, readPath, tableKey, textOf } from './rows.ts';

/** How many rows a seed has: those that are documented, or a number of them. */
export type SeedSize = 'documented' | number;

type World = SeededWorld<unknown, TableSpecs>;

/** Rows of a collection whose contract documents none. */
const UNDOCUMENTED = 2;
const TITLES = ['name', 'title', 'label', 'subject', 'summary', 'displayname'];
/** Keys that are tried for one row. */
const MOST_TRIES = 20;

/** Fills the tables of collections, those of parents before those that belong to them. */
export function seedRows(models: readonly CollectionModel[], world: World, size: SeedSize): void {
  if (size === 0) return;
  const depth = ({ collection }: CollectionModel) => collection.parents.length;
  for (const model of models.toSorted((one, other) => depth(one) - depth(other))) {
    seedCollection(model, models, world, size);
  }
}

function seedCollection(
  model: CollectionModel,
  models: readonly CollectionModel[],
  world: World,
  size: SeedSize,
): void {
  const { collection, seeds } = model;
  const table = openTable(world, collection.name);
  const parents = findParents(model, models, world);
  const wanted = size === 'documented' ? seeds.length || UNDOCUMENTED : size;
  for (const example of seeds.slice(0, wanted)) {
    const own = collection.parents.filter(
      ({ member, isHidden }) => !isHidden && isScalar(example[member]),
    );
    const kept = Object.fromEntries(own.map(({ member }) => [member, example[member]]));
    const row = { ...example, ...parents, ...kept };
    const isKeyed = textOf(readPath(row, collection.key)) !== '';
    put(isKeyed ? row : withKey(model, row, table, world));
  }
  const missing = wanted - table.size;
  const isFilled = size === 'documented' && table.size > 0;
  for (let number = 0; !isFilled && number < missing; number += 1) {
    put(makeNext(model, parents, table, world));
  }

  /** The first of several documented items of one key stays. */
  function put(row: Row): void {
    const key = tableKey(groupOf(row, collection.parents), keyOf(row, collection));
    if (table.get(key) === undefined) table.put(row);
  }
}

/** Makes one row more: like the documented one, with a key, a name and an instant of its own. */
function makeNext(
  model: CollectionModel,
  parents: Row,
  table: Table<object, string>,
  world: World,
): Row {
  const { collection, fitting, item } = model;
  const { places } = fitting;
  const template = model.readTemplate();
  const number = table.size + 1;
  const named = Object.entries(template).map(([name, value]) => {
    const place = places.members(item).get(name);
    if (place === undefined) return [name, value] as const;
    const isTitle = TITLES.includes(plainName(name)) && typeof value === 'string';
    const title = `${value} ${number}`;
    if (isTitle && number > 1 && fitting.isValid(place, title)) return [name, title] as const;
    const isInstant = instantRole(name) !== undefined && model.seeds.length === 0;
    return [
      name,
      isInstant ? (writeInstant(world.at(EPOCH), place, value, model) ?? value) : value,
    ] as const;
  });
  const row = { ...Object.fromEntries(named), ...parents };
  const isFirst = number === 1 && textOf(readPath(row, collection.key)) !== '';
  const keyed = isFirst ? row : withKey(model, row, table, world);
  const from = textOf(readPath(template, collection.key));
  return settle(moveLinks(keyed, from, keyOf(keyed, collection)), model);
}

/** Instant of what no example dates. */
export const EPOCH = '2026-01-01T00:00:00Z';

function withKey(
  model: CollectionModel,
  row: Row,
  table: Table<object, string>,
  { random }: World,
): Row {
  const { collection, fitting } = model;
  const places = collection.key.reduce<typeof model.item | undefined>(
    (at, name) => at && fitting.places.members(at).get(name),
    model.item,
  );
  const numbers = table.rows().map((one) => Number(keyOf(one, collection)));
  let next = Math.max(0, ...numbers.filter(Number.isSafeInteger));
  const title = TITLES.map((name) => row[name]).find((value) => typeof value === 'string');
  for (let tries = 0; ; tries += 1) {
    const wish = {
      random,
      next: () => (next += 1),
      title: title === undefined ? undefined : `${title}`,
    };
    const made = model.makeKey(wish);
    const key = tries > 0 && typeof made === 'string' ? `${made}-${tries + 1}` : made;
    const keyed = writeKey(row, collection, key);
    const group = groupOf(keyed, collection.parents);
    const isFree = table.get(tableKey(group, textOf(key))) === undefined;
    const isFit = places === undefined || fitting.isValid(places, key);
    if ((isFree && isFit) || tries > MOST_TRIES) return keyed;
  }
}

/** Members of the parents that the seed belongs to: seeded ones, or those that the contract gives as examples. */
function findParents(
  { collection }: CollectionModel,
  models: readonly CollectionModel[],
  world: World,
): Row {
  if (collection.parents.length === 0) return {};
  const owner = models.find(
    ({ collection: { itemPath } }) =>
      itemPath !== undefined && collection.path.startsWith(`${itemPath}/`),
  );
  const first = owner && openTable(world, owner.collection.name).rows().find(isJsonObject);
  const known =
    owner && first
      ? [
          ...owner.collection.parents.map(({ member }) => first[member]),
          readPath(first, owner.collection.key),
        ]
      : [];
  const [operation] = collection.operations;
  const examples = operation ? createExampleRequest(operation.operation).pathParameters : {};
  return Object.fromEntries(
    collection.parents.map(({ parameter, member }, index) => [
      member,
      known[index] ?? (Object.hasOwn(examples, parameter) ? examples[parameter] : parameter),
    ]),
  );
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

function openTable(world: World, name: string): Table<object, string> {
  const tables: Readonly<Record<string, Table<object, string>>> = world.tables;
  const table = tables[name];
  if (table === undefined) throw new Error(`There is no table "${name}".`);
  return table;
}
