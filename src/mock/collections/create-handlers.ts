import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { FilePart } from '../../contract/model/file-part.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import { essence } from '../../contract/model/media-type.ts';
import { toPlain } from '../../contract/model/to-plain.ts';
import { applyJsonPatch } from '../authoring/json-patch.ts';
import { mergePatch } from '../authoring/merge-patch.ts';
import type { Refusal } from '../authoring/refusal.ts';
import type { Reply } from '../authoring/reply.ts';
import type { AnyCall, AnyHandler } from './any-call.ts';
import { changeRow } from './change-row.ts';
import type { CollectionModel } from './collection-model.ts';
import { writeError } from './error-reply.ts';
import { replyWithItem } from './item-reply.ts';
import { replyWithPage } from './list-reply.ts';
import { listRows } from './list-rows.ts';
import { makeRow } from './make-row.ts';
import { createRowAccess } from './row-access.ts';
import { type Row, readPath, textOf } from './rows.ts';

const EMPTY: Row = {};

/** Creates the handlers of a collection by the ids of its operations. */
export function createHandlers(
  model: CollectionModel,
  all: readonly CollectionModel[],
): [id: string, handle: AnyHandler][] {
  const { collection, fitting } = model;
  const access = createRowAccess(model, all);
  return collection.operations.map((known) => {
    const act = { list, create, show, replace, change, remove }[known.role];
    return [known.operation.id, (call) => act(known, call)];
  });

  function list(known: CollectionOperation, call: AnyCall): Reply | Refusal {
    if (!access.hasParents(known, call)) return missing(known, call);
    const rows = access.siblings(known, call);
    const { request, link } = call;
    const address = { url: link(request.path), query: request.query };
    const page = listRows(rows, known, call.query, model);
    return replyWithPage(known, page, model, { accept: acceptOf(call), address });
  }

  function create(known: CollectionOperation, call: AnyCall): Reply | Refusal {
    if (!access.hasParents(known, call)) return missing(known, call);
    const bodies = Array.isArray(call.body) ? call.body : [call.body];
    let last: Row = EMPTY;
    for (const body of bodies) {
      const sent = readItem(known, body);
      const chosen = access.chosenKey(sent);
      const taken = chosen === undefined ? undefined : access.find(known, call, chosen);
      if (taken !== undefined) {
        const text = `${collection.name} has the key "${textOf(chosen)}" already.`;
        const conflict = findOwn(known, 409) && refuse(known, call, 409, text);
        if (conflict) return conflict;
      }
      last = insert(known, call, sent, chosen ?? access.newKey(known, call, sent));
    }
    return reply(known, call, last, known.status);
  }

  function show(known: CollectionOperation, call: AnyCall): Reply | Refusal {
    const row = findAddressed(known, call, EMPTY);
    return row === undefined ? missing(known, call) : reply(known, call, row, known.status);
  }

  function replace(known: CollectionOperation, call: AnyCall): Reply | Refusal {
    const sent = readItem(known, call.body);
    const row = findAddressed(known, call, sent);
    if (row === undefined) return upsert(known, call, sent);
    const replaced = makeRow(model, {
      sent: { ...sent, ...readNamed(known, call) },
      sendable: model.sendable(known),
      known: row,
      parents: access.parentsOf(row),
      key: readPath(row, collection.key),
      now: call.now,
      isNew: false,
    });
    access.table(call).put(replaced);
    return reply(known, call, replaced, known.status);
  }

  /** What is put where nothing is: created, unless there is another way to create. */
  function upsert(known: CollectionOperation, call: AnyCall, sent: Row): Reply | Refusal {
    const isCreated = collection.operations.some(({ role }) => role === 'create');
    const key = addressedKey(known, call, sent);
    if (isCreated || key === undefined || !access.hasParents(known, call))
      return missing(known, call);
    const row = insert(known, call, { ...sent, ...readNamed(known, call) }, key);
    return reply(known, call, row, findOwn(known, 201) ? 201 : known.status);
  }

  function change(known: CollectionOperation, call: AnyCall): Reply | Refusal {
    const row = findAddressed(known, call, EMPTY);
    if (row === undefined) return missing(known, call);
    const type = essence(call.request.headers.get('content-type') ?? '');
    // Some declare an object for it, which can only be merged.
    const isJsonPatch = type === 'application/json-patch+json' && Array.isArray(call.body);
    const patched = isJsonPatch ? applyPatch(row, call) : { value: merge(known, row, call) };
    if ('refusal' in patched) return patched.refusal;
    const changed = changeRow(model, row, {
      patched: patched.value,
      sendable: model.sendable(known),
      now: call.now,
    });
    access.table(call).put(changed);
    return reply(known, call, changed, known.status);
  }

  function merge(known: CollectionOperation, row: Row, call: AnyCall): Row {
    const sent = { ...readItem(known, call.body), ...readNamed(known, call) };
    const { places } = fitting;
    const isPatch = call.request.headers.get('content-type')?.includes('merge-patch') === true;
    const members = places.members(model.item);
    // In plain JSON, null is a value where the schema has it as one.
    const kept = Object.entries(sent).filter(([name, value]) => {
      const place = members.get(name);
      return value === null && !isPatch && place !== undefined && fitting.isValid(place, null);
    });
    const merged = mergePatch(row, sent);
    return { ...(isJsonObject(merged) ? merged : row), ...Object.fromEntries(kept) };
  }

  function applyPatch(row: Row, call: AnyCall): { value: Row } | { refusal: Refusal } {
    const patched = applyJsonPatch(row, call.body);
    if ('value' in patched && isJsonObject(patched.value)) return { value: patched.value };
    const pointer = 'failed' in patched ? `/${patched.failed}` : '';
    const message = 'failed' in patched ? patched.reason : 'must leave an object';
    const rule = { keyword: 'patch', params: {}, message };
    const violations = [{ in: 'body' as const, pointer, rule }];
    return { refusal: { kind: 'invalid-request', violations } };
  }

  function remove(known: CollectionOperation, call: AnyCall): Reply | Refusal {
    const row = findAddressed(known, call, EMPTY);
    if (row === undefined) return missing(known, call);
    access.remove(call, row);
    return reply(known, call, row, known.status);
  }

  function insert(known: CollectionOperation, call: AnyCall, sent: Row, key: unknown): Row {
    const row = makeRow(model, {
      sent,
      sendable: model.sendable(known),
      known: access.template(key),
      parents: access.parentMembers(known, call),
      key: access.typedKey(key),
      now: call.now,
      isNew: true,
    });
    access.table(call).put(row);
    return row;
  }

  function addressedKey(known: CollectionOperation, call: AnyCall, sent: Row): unknown {
    const { keyParameter } = known;
    return keyParameter === undefined ? access.chosenKey(sent) : call.path[keyParameter];
  }

  function findAddressed(known: CollectionOperation, call: AnyCall, sent: Row): Row | undefined {
    const key = addressedKey(known, call, sent);
    return key === undefined ? undefined : access.find(known, call, key);
  }

  /** Query parameters that name members, where a change has no body. */
  function readNamed({ operation, query }: CollectionOperation, call: AnyCall): Row {
    if (operation.body !== undefined) return EMPTY;
    const sent = query.filters.flatMap(({ parameter, member }) => {
      const value = call.query[parameter];
      return value === undefined ? [] : [[member, value] as const];
    });
    return Object.fromEntries(sent);
  }

  function readItem({ requestEnvelope }: CollectionOperation, body: unknown): Row {
    const inner = readPath(body, requestEnvelope);
    const value = plain(inner === undefined ? body : inner);
    return isJsonObject(value) ? value : EMPTY;
  }

  function reply(known: CollectionOperation, call: AnyCall, row: Row, status: number): Reply {
    const location = access.location(row);
    const headers: Record<string, string> =
      location === undefined ? {} : { location: call.link(location) };
    return replyWithItem(known, row, model, { status, accept: acceptOf(call), headers });
  }

  function missing(known: CollectionOperation, call: AnyCall): Reply | Refusal {
    const text = `${collection.name}: expected something at ${call.request.path}, found nothing.`;
    return refuse(known, call, 404, text) ?? { kind: 'unknown-path', missing: text };
  }

  function refuse(known: CollectionOperation, call: AnyCall, status: number, text: string) {
    return writeError(known.operation, status, text, acceptOf(call), fitting);
  }
}

function acceptOf({ request }: AnyCall): string | null {
  return request.headers.get('accept');
}

/** Whether an operation declares this very status. */
function findOwn({ operation }: CollectionOperation, status: number): boolean {
  return findResponse(operation, status)?.status === `${status}`;
}

/** Files are not kept, and numbers and bytes are those of JSON. */
function plain(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  const kept = Object.entries(value).filter(([, member]) => ![member].flat().some(isFile));
  return toPlain(Object.fromEntries(kept));
}

function isFile(value: unknown): boolean {
  return value instanceof FilePart;
}
