import type { CaseRequest } from '../../../cases/case.ts';
import type { CollectionOperation, ListQuery } from '../../../contract/collections/collection.ts';
import type { Operation, Parameter, SchemaPlace } from '../../../contract/model/contract.ts';
import { isJsonObject } from '../../../contract/model/json-cursor.ts';
import type { Answer, Session } from '../../session/create-session.ts';
import type { Item } from '../../session/known-ids.ts';
import type { Trail } from '../trail.ts';

/** A list that a server gives, and how it is asked for. */
export interface ListSource {
  readonly operation: Operation;
  /** Its role in a collection; absent for a list of which nothing else is known. */
  readonly role: CollectionOperation | undefined;
  /** Members that lead to the array of items. */
  readonly envelope: readonly string[];
  /** Schema of an item. */
  readonly item: SchemaPlace | undefined;
  readonly query: ListQuery;
  readonly order: PageOrder;
  /** Whether all items of the collection are in it: nothing that it requires chooses among them. */
  readonly isWhole: boolean;
  /** What the contract requires of a request, without paging. */
  readonly request: () => CaseRequest;
  /** Name by which an item is told from others; `undefined` where it has none. */
  readonly nameOf: (item: Item) => string | undefined;
  /** What the contract says of a member of its answer, such as `answer body /total`; empty for nothing. */
  readonly describe: (where: string) => string;
}

/** How the pages of a list follow each other. */
export interface PageOrder {
  readonly by: 'page' | 'offset' | 'cursor' | 'key' | 'link';
  /** Query parameter that asks for a page. */
  readonly parameter?: Parameter;
  /** Number of the first page or item, where it is known. */
  readonly first?: number;
  /** Members that lead to the cursor of the next page. */
  readonly next?: readonly string[];
  /** Members that lead to whether a page follows. */
  readonly more?: readonly string[];
  /** Query parameter of the number of items on a page. */
  readonly size?: Parameter;
}

/** Asks for a part of a list. */
export async function askList(
  trail: Trail,
  { operation, request }: ListSource,
  query: Item,
): Promise<Answer> {
  const base = request();
  return trail.ask(operation, { ...base, query: { ...base.query, ...query } });
}

/** Items in an answer; `undefined` where there is no array. */
export function itemsOf({ envelope }: ListSource, body: unknown): Item[] | undefined {
  const list = readMember(body, envelope);
  return Array.isArray(list) ? list.filter(isJsonObject) : undefined;
}

/** Reads what members lead to. */
export function readMember(body: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, name) => (isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined),
    body,
  );
}

/** Whether the contract allows a value of a parameter. */
export function isAllowed({ tools }: Session, parameter: Parameter, value: unknown): boolean {
  return tools.oracle(parameter.schema, value, 'request').length === 0;
}
