import type { Contract, Operation, SchemaPlace } from '../model/contract.ts';
import type { Collection, CollectionOperation, Parent, Role } from './collection.ts';
import { type Enveloped, findItem, findList, isObject } from './find-envelope.ts';
import { findKey, type KeyParameter } from './find-key.ts';
import { plainName, singular } from './member-names.ts';
import { nameCollections } from './name-collections.ts';
import {
  listPaths,
  listVariables,
  type PathEntry,
  segmentsOf,
  shapeOf,
  variableOf,
} from './path-entries.ts';
import { readListQuery } from './read-list-query.ts';
import { bodyPlace, requestPlace, successStatus } from './read-messages.ts';
import { createSchemaPlaces, type SchemaPlaces } from './schema-places.ts';

/** Operations of a collection and of one of its items, before anything is known of their messages. */
interface Candidate {
  readonly shape: string;
  readonly collection: PathEntry | undefined;
  readonly item: PathEntry | undefined;
  readonly segments: readonly string[];
  readonly path: string;
}

/** Paths by the shape of what they are right below of. */
type PathsBelow = ReadonlyMap<string, readonly PathEntry[]>;

const ANYTHING: SchemaPlace = { pointer: '', schema: true };

/**
 * Recognises the collections of a contract, in the order of its paths: what is created at one path, or put at the path of
 * an item, and shown, listed, changed and removed there.
 *
 * It reads schemas alone; nothing is made or compiled.
 */
export function recogniseCollections(contract: Contract): Collection[] {
  const places = createSchemaPlaces(contract);
  const paths = listPaths(contract);
  const below = Map.groupBy(paths.values(), ({ segments }) => shapeOf(segments.slice(0, -1)));
  const found = listCandidates(paths).flatMap((candidate) => {
    const collection = readCollection(candidate, below, places);
    return collection === undefined ? [] : [collection];
  });
  return nameCollections(found);
}

function listCandidates(paths: ReadonlyMap<string, PathEntry>): Candidate[] {
  const shapes = new Set(
    [...paths.values()].map(({ segments }) =>
      shapeOf(variableOf(segments.at(-1)) === undefined ? segments : segments.slice(0, -1)),
    ),
  );
  return [...shapes].flatMap((shape) => {
    const collection = paths.get(shape);
    const item = paths.get(`${shape}/{}`);
    const segments = collection?.segments ?? item?.segments.slice(0, -1) ?? [];
    if (segments.length === 0 || variableOf(segments.at(-1)) !== undefined) return [];
    const path = collection?.path ?? `/${segments.join('/')}`;
    return [{ shape, collection, item, segments, path }];
  });
}

function readCollection(
  candidate: Candidate,
  below: PathsBelow,
  places: SchemaPlaces,
): Collection | undefined {
  const { collection, item, segments, path } = candidate;
  const segment = segments.at(-1) ?? '';
  const parameter = readKeyParameter(item, segment, places);
  const of = (entry: PathEntry | undefined, method: string) => entry?.methods.get(method);
  const [show, put, patch, remove] = ['get', 'put', 'patch', 'delete'].map((method) =>
    of(item, method),
  );
  const create = of(collection, 'post');
  const shown = show && findShown(show, parameter, places);
  const listed = findListed(of(collection, 'get'), segment, shown?.place, places);
  const isStored =
    create !== undefined || put !== undefined || (show !== undefined && listed !== undefined);
  const isRead = show !== undefined || listed !== undefined;
  if (!isStored || !isRead || (item === undefined && !isAppended(create, listed, places)))
    return undefined;

  const sent = create && findSent(create, parameter, places);
  const made = create && findShown(create, parameter, places);
  const described = [shown?.place, listed?.place, made?.place, sent?.place].filter(
    (one) => one !== undefined && places.members(one).size > 0,
  );
  const [place] = described;
  // What only the answer to its creation tells is no member of an item.
  const keys = described.map((one) => one && findKey(one, parameter, places)?.path);
  const isKeyHidden = keys[0] === undefined;
  const keyPath = keys.find((key) => key !== undefined) ?? [parameter.name];
  const parents = readParents(segments, place ?? ANYTHING, keyPath, places);
  const known: Known = {
    parameter,
    places,
    parents,
    segment,
    place: shown?.place ?? listed?.place,
  };
  const operations = [
    ...describe('list', of(collection, 'get'), known, listed !== undefined),
    ...describe('create', create, known),
    ...describe('show', show, known),
    ...describe('replace', put, known),
    ...describe('change', patch ?? of(item, 'post'), known),
    ...describe('remove', remove, known),
    ...describe(
      'replace',
      of(collection, 'put'),
      known,
      isKeySent(of(collection, 'put'), keyPath, known),
    ),
    ...listViews(candidate, below, known),
  ];
  return {
    name: segment,
    path,
    itemPath: item?.path,
    key: keyPath,
    isKeyHidden,
    parents,
    operations,
  };
}

interface Known {
  readonly parameter: KeyParameter;
  readonly places: SchemaPlaces;
  readonly parents: readonly Parent[];
  readonly segment: string;
  /** Schema of an item. */
  readonly place: SchemaPlace | undefined;
}

function readKeyParameter(
  item: PathEntry | undefined,
  segment: string,
  places: SchemaPlaces,
): KeyParameter {
  const name = variableOf(item?.segments.at(-1)) ?? 'id';
  const declared = [...(item?.methods.values() ?? [])]
    .flatMap(({ parameters }) => parameters)
    .find((parameter) => parameter.in === 'path' && parameter.name === name);
  return { name, segment, types: declared === undefined ? [] : places.types(declared.schema) };
}

/** Finds the item in the answer of an operation about one; `undefined` where the answer has no members. */
function findShown(
  operation: Operation,
  parameter: KeyParameter,
  places: SchemaPlaces,
): Enveloped | undefined {
  const body = bodyPlace(operation, operation.method === 'get' ? 'show' : 'create');
  if (body === undefined || !isObject(body, places)) return undefined;
  return findItem(body, parameter, places);
}

function findListed(
  list: Operation | undefined,
  segment: string,
  item: SchemaPlace | undefined,
  places: SchemaPlaces,
): Enveloped | undefined {
  const body = list && bodyPlace(list, 'list');
  return body && findList(body, segment, item, places);
}

function findSent(
  operation: Operation,
  parameter: KeyParameter,
  places: SchemaPlaces,
): Enveloped | undefined {
  const body = requestPlace(operation);
  if (body === undefined) return undefined;
  const inner = places.types(body).includes('array') ? places.items(body) : undefined;
  return findItem(inner ?? body, parameter, places);
}

/** Whether what is posted and what is listed have names in common, so that no path of an item is needed. */
function isAppended(
  create: Operation | undefined,
  listed: Enveloped | undefined,
  places: SchemaPlaces,
): boolean {
  const body = create && requestPlace(create);
  if (body === undefined || listed === undefined) return false;
  const sent = findItem(body, { name: 'id', segment: '', types: [] }, places);
  const names = new Set(places.members(listed.place).keys());
  const shared = [...places.members(sent.place).keys()].filter((name) => names.has(name));
  return shared.length > 0 && shared.length * 2 >= places.members(sent.place).size;
}

/** Finds for each variable of a path the member that items have it in; where they have none, rows keep it. */
function readParents(
  segments: readonly string[],
  item: SchemaPlace,
  key: readonly string[],
  places: SchemaPlaces,
): Parent[] {
  const members = places.members(item);
  const taken = new Set([key[0]]);
  return listVariables(segments).map(({ name: parameter, owner }) => {
    const noun = plainName(singular(owner));
    const wanted = [plainName(parameter), noun + plainName(parameter), `${noun}id`];
    const linked = [...members].find(
      ([name, place]) =>
        !taken.has(name) &&
        wanted.includes(plainName(name)) &&
        places.types(place).some((type) => ['string', 'integer', 'number'].includes(type)),
    )?.[0];
    const isHidden = linked === undefined;
    const free = [parameter, `${singular(owner)}_${parameter}`, `parent_${parameter}`].find(
      (name) => !members.has(name) && !taken.has(name),
    );
    const member = linked ?? free ?? `parent_${taken.size}`;
    taken.add(member);
    return { parameter, member, isHidden };
  });
}

function describe(
  role: Role,
  operation: Operation | undefined,
  known: Known,
  isOne = true,
): CollectionOperation[] {
  if (operation === undefined || !isOne) return [];
  const { parameter, places, parents, segment, place } = known;
  const variables = listVariables(segmentsOf(operation.path)).map(({ name }) => name);
  const body = bodyPlace(operation, role);
  const found =
    role === 'list'
      ? body && findList(body, segment, place, places)
      : body && findItem(body, parameter, places);
  const sent = findSent(operation, parameter, places);
  return [
    {
      role,
      operation,
      // A path may name the same parents otherwise than another one does.
      keyParameter: variables[parents.length],
      scope: parents.map((parent, index) => ({
        ...parent,
        parameter: variables[index] ?? parent.parameter,
      })),
      status: successStatus(operation, role),
      requestEnvelope: sent?.envelope ?? [],
      envelope: found?.envelope ?? [],
      query: readListQuery(operation, found?.place ?? ANYTHING, places),
    },
  ];
}

/** Whether the body of `PUT /pets` has the key of the item that it replaces. */
function isKeySent(
  operation: Operation | undefined,
  key: readonly string[],
  known: Known,
): boolean {
  const sent = operation && findSent(operation, known.parameter, known.places);
  return sent !== undefined && known.places.members(sent.place).has(key[0] ?? '');
}

/** Lists below a collection that have the same items, such as `/pets/findByStatus`. */
function listViews({ shape }: Candidate, below: PathsBelow, known: Known): CollectionOperation[] {
  const { place, places, segment } = known;
  if (place === undefined) return [];
  const wanted = places.target(place);
  return (below.get(shape) ?? []).flatMap(({ segments, methods }) => {
    const list = methods.get('get');
    const listed = findListed(list, segment, place, places);
    const isSame = listed !== undefined && places.target(listed.place).pointer === wanted.pointer;
    const isNamed = wanted.pointer !== '' && variableOf(segments.at(-1)) === undefined;
    return describe('list', list, known, isSame && isNamed);
  });
}
