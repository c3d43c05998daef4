import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { instantRole, singular, wordsOf } from '../../contract/collections/member-names.ts';
import {
  findStructured,
  placeOf,
  successResponse,
} from '../../contract/collections/read-messages.ts';
import type { SchemaPlaces } from '../../contract/collections/schema-places.ts';
import { createExampleRequest } from '../../contract/example/example-request.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { type CollectionModel, inside } from './collection-model.ts';
import { keyOf, type Row, textOf } from './rows.ts';
import { writeAccess, writeKeyName } from './write-code.ts';

/** Names and values that the written behaviour of one collection is made of. */
export interface Writing {
  readonly model: CollectionModel;
  /** Member of \`tables\`, such as \`pets\`. */
  readonly table: string;
  /** Type of an item, such as \`Pet\`, and of a row. */
  readonly item: string;
  readonly row: string;
  /** Beginning of the names of constants, such as \`PET\`. */
  readonly constant: string;
  /** Whether rows tell whom their items belong to. */
  readonly isNested: boolean;
  readonly isTyped: boolean;
  readonly itemType: string;
  /** Members of a new item that are not sent. */
  readonly made: Row;
  readonly seed: readonly Row[];
  readonly seedOwner: string;
  readonly keyPlace: SchemaPlace | undefined;
  /** Code that reads the key of an item. */
  readonly readKey: (item: string) => string;
}

/** Most items of a written seed. */
const MOST_SEEDED = 10;

/** Names what the behaviour of each collection is written with; no two have the same names. */
export function describeWriting(models: readonly CollectionModel[], isTyped: boolean): Writing[] {
  const taken = new Set<string>();
  return models.map((model) => {
    const { collection, item, fitting, seeds } = model;
    const words = nameFreely(wordsOf(collection.name), taken);
    const noun = [...words.slice(0, -1), singular(words.at(-1) ?? 'item')];
    const name = noun.map(capitalise).join('');
    const isNested = collection.parents.length > 0;
    const keyPlace = collection.key.reduce<SchemaPlace | undefined>(
      (at, one) => at && fitting.places.members(at).get(one),
      item,
    );
    const items = seeds.length > 0 ? seeds : [model.readTemplate()];
    const keys = items.map((one) => keyOf(one, collection));
    const adapted = items
      .filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
      .slice(0, MOST_SEEDED)
      .map((one) => fitting.fit(item, one))
      .filter(isRow);
    return {
      model,
      table: words.map((word, index) => (index === 0 ? word : capitalise(word))).join(''),
      item: /^\d/.test(name) ? `Item${name}` : name,
      row: isNested ? `${name}Row` : name,
      constant: noun
        .join('_')
        .toUpperCase()
        .replace(/^(?=\d)/, 'ITEM_'),
      isNested,
      isTyped,
      itemType: isTyped ? typeOf(model) : 'Readonly<Record<string, unknown>>',
      made: listMade(model),
      seed: adapted,
      seedOwner: ownerOf(model),
      keyPlace,
      readKey: (code) => writeAccess(code, collection.key),
    };
  });
}

/** Keys of the parents that the contract gives as examples. */
function ownerOf({ collection: { operations, parents } }: CollectionModel): string {
  const [known] = operations;
  if (known === undefined || parents.length === 0) return '';
  const values = createExampleRequest(known.operation).pathParameters;
  return known.scope
    .map(({ parameter }) =>
      Object.hasOwn(values, parameter) ? textOf(values[parameter]) : parameter,
    )
    .join('/');
}

function isRow(value: unknown): value is Row {
  return isJsonObject(value);
}

function nameFreely(words: readonly string[], taken: Set<string>): string[] {
  const named = words.length === 0 || /^\d/.test(words[0] ?? '') ? ['items', ...words] : [...words];
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? named : [...named, `${number}`];
    if (taken.has(free.join(' '))) continue;
    taken.add(free.join(' '));
    return free;
  }
}

function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Type of an item in the answer that shows it, lists it or tells that it was created. */
function typeOf({ collection }: CollectionModel): string {
  const ordered = (['show', 'list', 'create', 'replace', 'change'] as const).flatMap((role) =>
    collection.operations.filter((known) => known.role === role),
  );
  const found = ordered
    .values()
    .map((known) => ({
      known,
      media: findStructured(successResponse(known.operation, known.role)?.content),
    }))
    .find(({ media }) => media !== undefined);
  if (found?.media === undefined) return 'Readonly<Record<string, unknown>>';
  const { known, media } = found;
  const start = `operations[${quote(known.operation.id)}]['responses'][${known.status}]['content'][${quote(media.type)}]`;
  return [...known.envelope.map(quote), ...(known.role === 'list' ? ['number'] : [])].reduce(
    (type, name) => `NonNullable<${type}>[${name}]`,
    start,
  );
}

function quote(text: string): string {
  return writeKeyName(text) === text ? `'${text}'` : writeKeyName(text);
}

/** Members that a new item has without being sent: what is required, what only the server gives, and defaults. */
function listMade(model: CollectionModel): Row {
  const { collection, fitting, item } = model;
  const { places } = fitting;
  const required = places.required(item);
  const creates = collection.operations.filter(
    ({ role }) => role === 'create' || role === 'replace',
  );
  const sendable = new Map(creates.slice(0, 1).flatMap((known) => [...model.sendable(known)]));
  const template = model.readTemplate();
  const entries = [...places.members(item)].flatMap(([name, place]) => {
    if (name === collection.key[0] || instantRole(name) !== undefined) return [];
    const sent = sendable.get(name);
    const preset = (sent && places.keyword(sent, 'default')) ?? places.keyword(place, 'default');
    if (sent !== undefined && preset !== undefined) return [[name, preset] as const];
    const isMade = !sendable.has(name) || required.has(name);
    return isMade && template[name] !== undefined ? [[name, template[name]] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Members that hold the instants of an item, with the code that writes the current one. */
export function writeInstants({ model }: Writing, roles: readonly string[]): string[] {
  const { fitting, item } = model;
  const { places } = fitting;
  return [...places.members(item)].flatMap(([name, place]) => {
    const role = instantRole(name);
    if (role === undefined || !roles.includes(role)) return [];
    const types = places.types(place);
    if (types.includes('integer') || types.includes('number')) {
      return [`${writeKeyName(name)}: Math.floor(now / 1000)`];
    }
    const isDate = places.keyword(place, 'format') === 'date';
    const code = `new Date(now).toISOString()${isDate ? '.slice(0, 10)' : ''}`;
    return types.includes('string') ? [`${writeKeyName(name)}: ${code}`] : [];
  });
}

/** Member that a request has in another form than an item: among which values it is taken, if among any. */
export interface OddMember {
  readonly name: string;
  readonly values: readonly unknown[] | undefined;
}

/** Lists the members of a request whose schemas are others than those of an item. */
export function listOddMembers(
  { operation, requestEnvelope }: CollectionOperation,
  { model }: Writing,
): OddMember[] {
  const { places } = model.fitting;
  const media = findStructured(operation.body?.content);
  const body = media && inside(placeOf(media), requestEnvelope, places);
  if (body === undefined) return [];
  const own = places.members(model.item);
  return [...places.members(body)].flatMap(([name, sent]): OddMember[] => {
    const member = own.get(name);
    if (member === undefined || isAlike(sent, member, places)) return [];
    const values = places.keyword(member, 'enum');
    const isText = places.types(sent).join() === places.types(member).join();
    return [{ name, values: isText && Array.isArray(values) ? values : undefined }];
  });
}

/** Whether values of one schema are values of another one, as far as types tell it. */
function isAlike(sent: SchemaPlace, own: SchemaPlace, places: SchemaPlaces, level = 0): boolean {
  if (places.target(sent).pointer === places.target(own).pointer || level > 4) return true;
  const types = places.types(own);
  if (!places.types(sent).every((type) => types.length === 0 || types.includes(type))) return false;
  const values = places.keyword(own, 'enum');
  const others = places.keyword(sent, 'enum');
  const isNarrow =
    Array.isArray(values) &&
    !(Array.isArray(others) && others.every((one) => values.includes(one)));
  if (isNarrow) return false;
  const [inner, outer] = [places.items(sent), places.items(own)];
  if (inner !== undefined && outer !== undefined) return isAlike(inner, outer, places, level + 1);
  const required = places.required(own);
  const members = places.members(sent);
  if (![...required].every((name) => places.required(sent).has(name))) return false;
  return [...members].every(([name, member]) => {
    const other = places.members(own).get(name);
    return other === undefined || isAlike(member, other, places, level + 1);
  });
}

/** Whether a request of an operation may have the key of an item. */
export function sendsKey({ model, keyPlace }: Writing, known: CollectionOperation): boolean {
  const { places } = model.fitting;
  if (keyPlace !== undefined && places.keyword(keyPlace, 'readOnly') === true) return false;
  const [media] = known.operation.body?.content ?? [];
  if (media?.schema === undefined) return false;
  const place = known.requestEnvelope.reduce<SchemaPlace | undefined>(
    (at, name) => at && places.members(at).get(name),
    media.schema,
  );
  const [name = ''] = model.collection.key;
  return place !== undefined && places.members(place).has(name);
}
