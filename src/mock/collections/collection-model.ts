import type {
  Collection,
  CollectionOperation,
  Role,
} from '../../contract/collections/collection.ts';
import { findItem, findList } from '../../contract/collections/find-envelope.ts';
import { instantRole } from '../../contract/collections/member-names.ts';
import { variableOf } from '../../contract/collections/path-entries.ts';
import { bodyPlace, requestPlace } from '../../contract/collections/read-messages.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { isClockInstant } from '../state/clock.ts';
import type { Fitting } from './fit-value.ts';
import { listExampleItems } from './list-examples.ts';
import { createKeyMaker, type MakeKey } from './make-key.ts';
import { type Row, readPath } from './rows.ts';

/** What is known of the items of a collection, besides where they are. */
export interface CollectionModel {
  readonly collection: Collection;
  readonly fitting: Fitting;
  /** Schema of an item. */
  readonly item: SchemaPlace;
  /** Names of members that rows have and items do not. */
  readonly hidden: ReadonlySet<string>;
  /** Documented items. */
  readonly examples: readonly Row[];
  /** Those of them that are there at first. */
  readonly seeds: readonly Row[];
  /** An item as it is documented, or else made of its schema. */
  readonly readTemplate: () => Row;
  readonly makeKey: MakeKey;
  /** Schemas of the members that a request of an operation may have, by their names. */
  readonly sendable: (operation: CollectionOperation) => ReadonlyMap<string, SchemaPlace>;
}

const ANYTHING: SchemaPlace = { pointer: '', schema: true };

/** Reads the model of a collection; nothing is made before it is asked for. */
export function createModel(collection: Collection, fitting: Fitting): CollectionModel {
  const { places } = fitting;
  const item = findItemPlace(collection, places);
  const { all: examples, first: seeds } = listExampleItems(collection, item, places);
  const { key, isKeyHidden, parents } = collection;
  const hiddenParents = parents.filter(({ isHidden }) => isHidden).map(({ member }) => member);
  const keyPlace = key.reduce<SchemaPlace | undefined>(
    (at, name) => at && places.members(at).get(name),
    item,
  );
  let template: Row | undefined;
  const readTemplate = () => {
    template ??= makeTemplate(item, examples, fitting);
    return template;
  };
  const known = examples.map((row) => readPath(row, key)).find((value) => value !== undefined);
  const documented =
    keyPlace && (places.keyword(keyPlace, 'example') ?? firstExample(keyPlace, places));
  return {
    collection,
    fitting,
    item,
    hidden: new Set([...hiddenParents, ...(isKeyHidden ? [key[0] ?? 'id'] : [])]),
    examples,
    seeds,
    readTemplate,
    makeKey: createKeyMaker(
      keyPlace,
      isNumbered(collection, places) ? '1' : (known ?? documented),
      key.at(-1) ?? '',
      places,
    ),
    sendable: (operation) => listSendable(operation, collection, places),
  };
}

/** Whether paths take nothing but numbers for keys, which are texts in items. */
function isNumbered({ operations }: Collection, places: SchemaPlaces): boolean {
  return operations.some(({ operation, keyParameter }) =>
    operation.parameters.some(({ in: place, name, schema }) => {
      const types = place === 'path' && name === keyParameter ? places.types(schema) : [];
      return types.length > 0 && types.every((type) => type === 'integer');
    }),
  );
}

function firstExample(place: SchemaPlace, places: SchemaPlaces): unknown {
  const examples = places.keyword(place, 'examples');
  return Array.isArray(examples) ? examples[0] : undefined;
}

/** Schema of the item that is shown, else listed, else answered when it is created. */
function findItemPlace(collection: Collection, places: SchemaPlaces): SchemaPlace {
  const found = (['show', 'list', 'create', 'replace', 'change'] as const).flatMap((role) =>
    collection.operations.filter((one) => one.role === role),
  );
  const described = found
    .values()
    .map((operation) => findReplied(operation, places))
    .find((place) => place !== undefined && places.members(place).size > 0);
  return described ?? findPut(collection, places) ?? ANYTHING;
}

/** Schema of what is sent, where nothing is known of what is answered. */
function findPut({ operations }: Collection, places: SchemaPlaces): SchemaPlace | undefined {
  const [sent] = operations.filter(({ role }) => role === 'create' || role === 'replace');
  const body = sent && requestPlace(sent.operation);
  const place = sent && body && inside(body, sent.requestEnvelope, places);
  return place && places.members(place).size > 0 ? place : undefined;
}

/** Schema of the item in the answer of an operation. */
function findReplied(
  { operation, role, envelope }: CollectionOperation,
  places: SchemaPlaces,
): SchemaPlace | undefined {
  const body = bodyPlace(operation, role);
  if (body === undefined) return undefined;
  const place = inside(body, envelope, places);
  return role === 'list' ? place && places.items(place) : place;
}

/** Finds again where the item or the list is in a body, which other media types may have elsewhere. */
export function findEnvelope(
  body: SchemaPlace,
  role: Role,
  { path, itemPath, key }: Collection,
  item: SchemaPlace,
  places: SchemaPlaces,
): readonly string[] {
  const segment = path.split('/').findLast((one) => one !== '') ?? '';
  if (role === 'list') return findList(body, segment, item, places)?.envelope ?? [];
  const name = variableOf(itemPath?.split('/').findLast((one) => one !== '')) ?? key.at(-1) ?? 'id';
  return findItem(body, { name, segment, types: [] }, places).envelope;
}

/** Schema that some members lead to. */
export function inside(
  place: SchemaPlace,
  envelope: readonly string[],
  places: SchemaPlaces,
): SchemaPlace | undefined {
  return envelope.reduce<SchemaPlace | undefined>(
    (at, name) => at && places.members(at).get(name),
    place,
  );
}

function makeTemplate(item: SchemaPlace, examples: readonly Row[], fitting: Fitting): Row {
  const [first] = examples;
  const made = first === undefined ? fitting.complete(item) : fitting.fit(item, first);
  return isJsonObject(made) ? made : {};
}

function listSendable(
  { operation, requestEnvelope }: CollectionOperation,
  { key }: Collection,
  places: SchemaPlaces,
): ReadonlyMap<string, SchemaPlace> {
  const body = requestPlace(operation);
  if (body === undefined) return new Map();
  const single = places.types(body).includes('array') ? (places.items(body) ?? body) : body;
  const place = inside(single, requestEnvelope, places);
  const members = place === undefined ? [] : [...places.members(place)];
  const sent = members.filter(([, member]) => places.keyword(member, 'readOnly') !== true);
  return new Map(sent.filter(([name]) => name !== key[0]));
}

/** Latest instant at which a documented item was made or changed, as an ISO 8601 date-time. */
export function latestInstant(models: readonly CollectionModel[]): string | undefined {
  const instants = models
    .flatMap(({ examples }) => examples)
    .flatMap((row) => Object.entries(row))
    .filter(([name, value]) => instantRole(name) !== undefined && typeof value === 'string')
    .map(([, value]) => Date.parse(String(value)))
    .filter(isClockInstant);
  return instants.length === 0 ? undefined : new Date(Math.max(...instants)).toISOString();
}
