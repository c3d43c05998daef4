import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { variableOf } from '../../contract/collections/path-entries.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { memberOf } from '../../contract/model/member-of.ts';
import type { Table } from '../state/table.ts';
import type { AnyCall } from './any-call.ts';
import type { CollectionModel } from './collection-model.ts';
import { moveLinks } from './move-links.ts';
import { groupOf, keyOf, type Row, readPath, SIBLINGS, tableKey, textOf } from './rows.ts';
import { nextNumber } from './sequences.ts';

/** Rows of a collection as the calls of its operations reach them. */
export interface RowAccess {
  readonly table: (call: AnyCall) => Table<object, string>;
  /** Rows that belong to the parents that a call names. */
  readonly siblings: (known: CollectionOperation, call: AnyCall) => Row[];
  readonly find: (known: CollectionOperation, call: AnyCall, key: unknown) => Row | undefined;
  /** Whether the parents that a call names are there, or need not be. */
  readonly hasParents: (known: CollectionOperation, call: AnyCall) => boolean;
  /** Key that the client chose. */
  readonly chosenKey: (sent: Row) => unknown;
  /** Key that nothing has. */
  readonly newKey: (known: CollectionOperation, call: AnyCall, sent: Row) => unknown;
  /** Key in the type that its schema has. */
  readonly typedKey: (key: unknown) => unknown;
  /** Documented item, with a key in its links. */
  readonly template: (key: unknown) => Row;
  /** Members that tell the parents that a call names. */
  readonly parentMembers: (known: CollectionOperation, call: AnyCall) => Row;
  readonly parentsOf: (row: Row) => Row;
  /** Deletes a row, and all that belongs to it. */
  readonly remove: (call: AnyCall, row: Row) => void;
  /** Path of a row, where one of its operations has one. */
  readonly location: (row: Row) => string | undefined;
}

/** Keys that are made before one that is taken is used all the same. */
const MOST_TRIES = 1000;
const TITLES = ['name', 'title', 'label', 'subject', 'displayname'];

/** Creates the access to the rows of a collection; `all` are those that may belong to them. */
export function createRowAccess(
  model: CollectionModel,
  all: readonly CollectionModel[],
): RowAccess {
  const { collection, item, fitting, makeKey, readTemplate } = model;
  const { name, parents, key: keyPath } = collection;
  const { places } = fitting;
  const children = all.filter(({ collection: { path } }) => {
    return collection.itemPath !== undefined && path.startsWith(`${collection.itemPath}/`);
  });
  const owner = all.find(({ collection: { itemPath } }) => {
    return itemPath !== undefined && collection.path.startsWith(`${itemPath}/`);
  });
  const keyPlace = keyPath.reduce<typeof item | undefined>(
    (at, one) => at && places.members(at).get(one),
    item,
  );
  const isReadOnlyKey = keyPlace !== undefined && places.keyword(keyPlace, 'readOnly') === true;
  const isGuessed = !collection.isKeyHidden && !isNamedAfter();

  const access: RowAccess = {
    table: ({ tables }) => openTable(tables, name),
    siblings: (known, call) => rowsOf(access.table(call), groupOfCall(known, call)),
    find: (known, call, key) => {
      const group = groupOfCall(known, call);
      const found = access.table(call).get(tableKey(group, textOf(key)));
      if (isRow(found)) return found;
      return isGuessed ? findByOther(access.siblings(known, call), textOf(key)) : undefined;
    },
    hasParents: ({ scope }, call) => {
      if (!call.settings.closedWorld || owner === undefined) return true;
      const values = scope.map(({ parameter }) => textOf(call.path[parameter]));
      const count = owner.collection.parents.length + 1;
      const group = groupOfValues(values.slice(0, count - 1));
      const ownerTable = openTable(call.tables, owner.collection.name);
      return ownerTable.get(tableKey(group, values[count - 1] ?? '')) !== undefined;
    },
    chosenKey: (sent) => {
      const chosen = isReadOnlyKey ? undefined : readPath(sent, keyPath);
      // Clients whose numbers are never unset send 0 for what they leave to the server.
      const isOpen = chosen === 0 || textOf(chosen) === '' || typeof chosen === 'object';
      return isOpen ? undefined : chosen;
    },
    newKey: (known, call, sent) => {
      const table = access.table(call);
      const group = groupOfCall(known, call);
      const { random } = call;
      const next = () =>
        nextNumber(call.tables, `${name}/${group}`, () => greatest(rowsOf(table, group)));
      const title = TITLES.map((one) => memberOf(sent, one)).find((one) => typeof one === 'string');
      const wish = { random, next, title: title === undefined ? undefined : String(title) };
      for (let tries = 0; ; tries += 1) {
        const made = makeKey(wish);
        // Words come twice: a number tells them apart.
        const key =
          tries > 0 && typeof made === 'string' && title !== undefined
            ? `${made}-${tries + 1}`
            : made;
        const isFree = table.get(tableKey(group, textOf(key))) === undefined;
        if ((isFree && fits(key)) || tries > MOST_TRIES) return key;
        if (isFree && tries > 20) return fitKey(key);
      }
    },
    typedKey: (key) => {
      const types = keyPlace === undefined ? [] : places.types(keyPlace);
      const isNumber = types.some((type) => type === 'integer' || type === 'number');
      if (isNumber && /^-?\d{1,15}$/.test(textOf(key))) return Number(key);
      return types.includes('string') && !isNumber ? textOf(key) : key;
    },
    template: (key) => {
      const known = readTemplate();
      return moveLinks(known, textOf(readPath(known, keyPath)), textOf(key));
    },
    parentMembers: ({ scope }, call) =>
      Object.fromEntries(
        scope.map(({ parameter, member }) => [member, typedParent(member, call.path[parameter])]),
      ),
    parentsOf: (row) => Object.fromEntries(parents.map(({ member }) => [member, row[member]])),
    remove: (call, row) => {
      const group = groupOf(row, parents);
      access.table(call).delete(tableKey(group, keyOf(row, collection)));
      const start = tableKey(group === '' ? '' : group, keyOf(row, collection));
      for (const child of children) {
        const table = openTable(call.tables, child.collection.name);
        for (const one of table.size === 0 ? [] : table.rows()) {
          const theirs = groupOf(one, child.collection.parents);
          if (theirs !== start && !theirs.startsWith(`${start}/`)) continue;
          table.delete(tableKey(theirs, keyOf(one, child.collection)));
        }
      }
    },
    location: (row) => {
      const values = [...parents.map(({ member }) => row[member]), readPath(row, keyPath)];
      return collection.itemPath
        ?.split('/')
        .map((segment) => {
          const isVariable = variableOf(segment.replace(/\.json$/, '')) !== undefined;
          if (!isVariable) return segment;
          return (
            encodeURIComponent(textOf(values.shift())) + (segment.endsWith('.json') ? '.json' : '')
          );
        })
        .join('/');
    },
  };
  return access;

  function groupOfCall({ scope }: CollectionOperation, call: AnyCall): string {
    return groupOfValues(scope.map(({ parameter }) => textOf(call.path[parameter])));
  }

  /** Parents are compared as texts, whatever the types of path and member are. */
  function groupOfValues(values: readonly string[]): string {
    const row = Object.fromEntries(values.map((value, index) => [`${index}`, value]));
    const some = values.map((_, index) => ({ parameter: '', member: `${index}`, isHidden: true }));
    return groupOf(row, some);
  }

  function typedParent(member: string, value: unknown): unknown {
    const place = places.members(item).get(member);
    const types = place === undefined ? [] : places.types(place);
    const isNumber = types.some((type) => type === 'integer' || type === 'number');
    if (isNumber && /^-?\d{1,15}$/.test(textOf(value))) return Number(value);
    return types.includes('string') ? textOf(value) : value;
  }

  function fits(key: unknown): boolean {
    return keyPlace === undefined || fitting.isValid(keyPlace, access.typedKey(key));
  }

  function fitKey(key: unknown): unknown {
    return keyPlace === undefined ? key : fitting.fit(keyPlace, access.typedKey(key));
  }

  function greatest(rows: readonly Row[]): number {
    const numbers = rows.map((row) => Number(keyOf(row, collection))).filter(Number.isSafeInteger);
    return Math.max(0, ...numbers);
  }

  /** Whether the path says which member is the key. */
  function isNamedAfter(): boolean {
    const parameter = variableOf(collection.itemPath?.split('/').at(-1)) ?? '';
    return parameter.toLowerCase().endsWith((keyPath.at(-1) ?? '').toLowerCase());
  }

  /** Where it was guessed, what names an item may be another member of it. */
  function findByOther(rows: readonly Row[], text: string): Row | undefined {
    const names = ['id', 'name', 'username', 'login', 'slug', 'number', 'uuid', 'key', 'title'];
    return names
      .values()
      .map((one) => rows.find((row) => Object.hasOwn(row, one) && textOf(row[one]) === text))
      .find((row) => row !== undefined);
  }
}

function openTable(tables: AnyCall['tables'], name: string): Table<object, string> {
  const table = tables[name];
  if (table === undefined) throw new Error(`There is no table "${name}".`);
  return table;
}

function rowsOf(table: Table<object, string>, group: string): Row[] {
  return table.list(SIBLINGS, group).filter(isRow);
}

function isRow(value: unknown): value is Row {
  return isJsonObject(value);
}
