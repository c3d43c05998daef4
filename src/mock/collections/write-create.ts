import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { findStructured, placeOf } from '../../contract/collections/read-messages.ts';
import type { SchemaPlace } from '../../contract/model/contract.ts';
import { writeOwner } from './write-address.ts';
import { Code, indent, writeAccess, writeKeyName, writeOptionalAccess } from './write-code.ts';
import { writeReply } from './write-reply.ts';
import { writeSent } from './write-sent.ts';
import { sendsKey, type Writing, writeInstants } from './writing.ts';

/** Writes the lines of a handler that creates an item. */
export function writeCreate(known: CollectionOperation, writing: Writing): string[] {
  const { item, table, constant, isNested, model } = writing;
  const instants = writeInstants(writing, ['created', 'updated']);
  const [name = 'id', ...inner] = model.collection.key;
  const key = writeNewKey(known, writing);
  const taken = writeSent(known, writing);
  const members = [
    `...NEW_${constant}`,
    ...taken.members,
    ...(inner.length === 0 ? [`${writeKeyName(name)}: ${key}`] : []),
    ...instants,
  ];
  const made = isNested
    ? `tables.${table}.put({ owner: ${writeOwner(known)}, item });`
    : `tables.${table}.put(item);`;
  return [
    ...taken.lines,
    `const item: ${item} = {\n${indent(members.join(',\n'))},\n};`,
    made,
    writeReply(known, writing, new Code('item')),
  ];
}

function writeNewKey(known: CollectionOperation, writing: Writing): string {
  const { keyPlace, model, table, isNested, readKey, isTyped } = writing;
  const { places } = model.fitting;
  const types = keyPlace === undefined ? [] : places.types(keyPlace);
  const isNumber = types.some((type) => type === 'integer' || type === 'number');
  const rows = `tables.${table}.rows().map((row) => Number(${readKey(isNested ? 'row.item' : 'row')}))`;
  const isUuid = keyPlace !== undefined && places.keyword(keyPlace, 'format') === 'uuid';
  const text = isUuid ? 'random.uuid()' : "random.text('abcdefghijklmnopqrstuvwxyz0123456789', 12)";
  const made = isNumber ? `1 + Math.max(0, ...${rows})` : text;
  if (!sendsKey(writing, known)) return made;
  const body = isTyped ? 'body' : 'Object(body)';
  const place = requestItem(known, model.fitting.places.members);
  const [name = 'id'] = model.collection.key;
  const chosen = writeAccess(writeOptionalAccess(body, known.requestEnvelope), [name]);
  const isRequired = place !== undefined && places.required(place).has(name);
  return isRequired ? chosen : `${chosen} ?? ${made}`;
}

function requestItem(
  { operation, requestEnvelope }: CollectionOperation,
  members: (place: SchemaPlace) => ReadonlyMap<string, SchemaPlace>,
): SchemaPlace | undefined {
  const media = findStructured(operation.body?.content);
  const start = media && placeOf(media);
  return requestEnvelope.reduce<SchemaPlace | undefined>(
    (at, name) => at && members(at).get(name),
    start,
  );
}
