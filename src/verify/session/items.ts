import type { CaseRequest } from '../../cases/case.ts';
import { planOperation } from '../../cases/plan-operation.ts';
import { writeMedia } from '../../cases/write-body.ts';
import type {
  Collection,
  CollectionOperation,
  Role,
} from '../../contract/collections/collection.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Answer, Created, Session } from './create-session.ts';
import type { Item } from './known-ids.ts';
import { readItem, readItemKey, readItems } from './read-item.ts';
import { tryAsk } from './try-ask.ts';

/** An item that was made for a run. */
export interface MadeItem {
  readonly key: string | number;
  /** As the answer to its creation shows it. */
  readonly item: Item;
  /** Body that was sent, or the item in it. */
  readonly sent: Item;
  readonly path: Item;
  readonly answer: Answer;
}

/** Times that a creation is tried with other names, where something has the name already. */
const MOST_TRIES = 4;

/** Finds the operation of a collection that has a role. */
export function roleOf({ operations }: Collection, role: Role): CollectionOperation | undefined {
  return operations.find((one) => one.role === role);
}

/** Makes the request that an operation needs at least; `undefined` where none can be made. */
export async function baseRequest(
  session: Session,
  operation: Operation,
): Promise<CaseRequest | undefined> {
  const known = bases.get(session) ?? new Map<string, Promise<CaseRequest | undefined>>();
  bases.set(session, known);
  const found = known.get(operation.pointer) ?? makeBase(session, operation);
  known.set(operation.pointer, found);
  return found;
}

const bases = new WeakMap<Session, Map<string, Promise<CaseRequest | undefined>>>();

async function makeBase(session: Session, operation: Operation): Promise<CaseRequest | undefined> {
  const plan = await planOperation(operation, session.tools, 'base');
  return typeof plan === 'string' ? undefined : plan.base;
}

/** Creates an item, with members of the body in the place of made ones; `undefined` where the server does not do it. */
export async function createItem(
  session: Session,
  collection: Collection,
  members: Item = {},
): Promise<MadeItem | undefined> {
  const role = roleOf(collection, 'create');
  const base = role && (await baseRequest(session, role.operation));
  if (role === undefined || base === undefined) return undefined;
  for (let count = 0; count < MOST_TRIES; count += 1) {
    const request = withMembers(session, role.operation, base, {
      ...members,
      ...rename(session, role.operation, base, members, count),
    });
    const answer = await tryAsk(session, role.operation, request);
    if (answer === undefined) return undefined;
    if (answer.isSuccess) {
      const key = readItemKey(collection, role, answer.body, answer.path);
      if (key === undefined) return undefined;
      const sent = isJsonObject(request.body) ? request.body : {};
      return { key, item: readItem(role, answer.body), sent, path: answer.path, answer };
    }
    if (answer.status !== 409) return undefined;
  }
  return undefined;
}

/** Replaces members of a body that is an object, where the contract allows it. */
export function withMembers(
  session: Session,
  operation: Operation,
  base: CaseRequest,
  members: Item,
): CaseRequest {
  if (Object.keys(members).length === 0 || !isJsonObject(base.body)) return base;
  const body = { ...base.body, ...members };
  const media =
    operation.body?.content.find(({ type }) => type === base.mediaType) ??
    operation.body?.content[0];
  if (media === undefined) return base;
  const written = writeMedia(media, body, session.tools.resolve);
  return written === undefined ? base : { ...base, body, written };
}

/** Other texts in the place of those that may have to be unique. */
function rename(
  session: Session,
  operation: Operation,
  { body }: CaseRequest,
  members: Item,
  count: number,
): Item {
  if (count === 0 || !isJsonObject(body)) return {};
  const media = operation.body?.content[0];
  const schema = media?.schema;
  if (schema === undefined) return {};
  const suffix = `${session.options.seed}${count}`;
  const renamed = Object.entries(body).flatMap(([name, value]): [string, string][] => {
    if (typeof value !== 'string' || Object.hasOwn(members, name)) return [];
    const other = `${value}${suffix}`;
    const isValid =
      session.tools.oracle(schema, { ...body, [name]: other }, 'request').length === 0;
    return isValid ? [[name, other]] : [];
  });
  return Object.fromEntries(renamed);
}

/** Finds an item that is there already. */
export async function findListed(
  session: Session,
  collection: Collection,
): Promise<Item | undefined> {
  const role = roleOf(collection, 'list');
  const base = role && (await baseRequest(session, role.operation));
  if (role === undefined || base === undefined) return undefined;
  const answer = await tryAsk(session, role.operation, base);
  return answer?.isSuccess ? readItems(role, answer.body)[0] : undefined;
}

/** Removes what a run created, the latest first; returns what is left. */
export async function removeCreated(session: Session): Promise<Created[]> {
  const left: Created[] = [];
  for (const one of session.created.toReversed()) {
    if (!(await removeItem(session, one))) left.push(one);
  }
  return left;
}

/** Removes an item; returns whether it is gone. */
export async function removeItem(
  session: Session,
  { collection, key, path }: Created,
): Promise<boolean> {
  const role = roleOf(collection, 'remove');
  const base = role && (await baseRequest(session, role.operation));
  if (role === undefined || base === undefined) return false;
  const { keyParameter } = role;
  if (keyParameter === undefined) return false;
  const pathParameters = { ...base.pathParameters, ...path, [keyParameter]: key };
  const fixed = new Set(Object.keys(pathParameters));
  const answer = await tryAsk(session, role.operation, { ...base, pathParameters, fixed });
  return answer !== undefined && (answer.isSuccess || [404, 410].includes(answer.status));
}
