import type { SchemaPlace } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { CollectionOperation } from './collection.ts';
import { inside } from './collection-model.ts';
import { writeError } from './error-reply.ts';
import { readTemplateBody } from './item-reply.ts';
import { plainName } from './member-names.ts';
import { findStructured, placeOf, successResponse } from './read-messages.ts';
import { writePath } from './rows.ts';
import {
  Code,
  indent,
  writeAccess,
  writeKeyName,
  writeLiteral,
  writeOptionalAccess,
} from './write-code.ts';
import { listOddMembers, sendsKey, type Writing, writeInstants } from './writing.ts';

/** Members of a call where they are read: neither as members of something else nor as names of members. */
const CALL_MEMBERS = /(?<![\w']|[^.]\.)(?:tables|path|query|body|now|random)(?![\w']|: )/g;

/** Writes the handler of an operation: a function that reads and changes the rows of a table. */
export function writeHandler(known: CollectionOperation, writing: Writing): string {
  const lines = {
    list: writeList,
    create: writeCreate,
    show: writeShow,
    replace: writeReplace,
    change: writeChange,
    remove: writeRemove,
  }[known.role](known, writing);
  const code = lines.join('\n');
  const words = new Set([...code.matchAll(CALL_MEMBERS)].map(([word]) => word));
  const used = ['tables', 'path', 'query', 'body', 'now', 'random'].filter((name) =>
    words.has(name),
  );
  return `({ ${used.join(', ')} }) => {\n${indent(code)}\n}`;
}

function writeList(known: CollectionOperation, writing: Writing): string[] {
  const { table, isNested } = writing;
  const all = isNested
    ? `tables.${table}.rows().flatMap((row) => (row.owner === ${owner(known)} ? [row.item] : []))`
    : `tables.${table}.rows()`;
  const { filters, page, size, offset } = known.query;
  const conditions = filters.map(
    ({ parameter, member }) =>
      `hasValue(${writeAccess('item', [member])}, ${writeAccess('query', [parameter])})`,
  );
  const found =
    conditions.length === 0
      ? all
      : `${all}.filter(\n  (item) => ${conditions.join(' &&\n    ')},\n)`;
  const wishes = [
    ...(page === undefined ? [] : [`page: ${asNumber(page.parameter, page.fallback ?? 1)}`]),
    ...(offset === undefined ? [] : [`offset: ${asNumber(offset.parameter, undefined)}`]),
    ...(size === undefined ? [] : [`size: ${asNumber(size.parameter, size.fallback)}`]),
  ];
  const cut = wishes.length === 0 ? '' : wishes.join(', ');
  return [
    `const found = ${found};`,
    `const page = pageOf(found, {${cut === '' ? '' : ` ${cut} `}});`,
    writeReply(known, writing, new Code('page.rows')),
  ];
}

function asNumber(parameter: string, fallback: number | undefined): string {
  const value = writeAccess('query', [parameter]);
  const number = `Number(${value})`;
  return `${value} === undefined ? ${fallback} : ${number}`;
}

function writeCreate(known: CollectionOperation, writing: Writing): string[] {
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
    ? `tables.${table}.put({ owner: ${owner(known)}, item });`
    : `tables.${table}.put(item);`;
  return [
    ...taken.lines,
    `const item: ${item} = {\n${indent(members.join(',\n'))},\n};`,
    made,
    writeReply(known, writing, new Code('item')),
  ];
}

/** Lines that take the sent item out of the body, and the members that it adds to an item. */
function writeSent(
  known: CollectionOperation,
  writing: Writing,
): { lines: string[]; members: string[] } {
  const { operation, requestEnvelope } = known;
  if (operation.body === undefined) return { lines: [], members: [] };
  const body = writing.isTyped ? 'body' : 'Object(body)';
  const whole = writeOptionalAccess(body, requestEnvelope);
  const odd = listOddMembers(known, writing);
  if (odd.length === 0) return { lines: [], members: [`...${whole}`] };
  const names = odd.map(({ name }, index) => `${writeKeyName(name)}: odd${index + 1}`);
  const isSure = operation.body.required && requestEnvelope.length === 0;
  return {
    lines: [
      '// These are sent in another form than they are answered in.',
      `const { ${names.join(', ')}, ...sent } = ${isSure ? whole : `${whole} ?? {}`};`,
    ],
    members: [
      '...sent',
      ...odd.flatMap(({ name, values }, index) => {
        const code = `odd${index + 1}`;
        if (values === undefined) return [];
        return [
          `...(isOneOf(${code}, ${writeLiteral(values)}) && { ${writeKeyName(name)}: ${code} })`,
        ];
      }),
    ],
  };
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

function writeShow(known: CollectionOperation, writing: Writing): string[] {
  return [...writeFind(known, writing), writeReply(known, writing, new Code('item'))];
}

function writeReplace(known: CollectionOperation, writing: Writing): string[] {
  const { item, constant, model } = writing;
  const sendable = [...model.sendable(known)].filter((name) =>
    model.fitting.places.members(model.item).has(name),
  );
  const names = sendable.map((name, index) => `${writeKeyName(name)}: _${index}`);
  const taken = writeSent(known, writing);
  const members = [
    `...NEW_${constant}`,
    '...given',
    ...taken.members,
    ...keepKey(writing),
    ...writeInstants(writing, ['updated']),
  ];
  return [
    ...writeFind(known, writing),
    '// What could have been sent, and was not, is gone.',
    `const { ${[...names, '...given'].join(', ')} } = item;`,
    ...taken.lines,
    `const replaced: ${item} = {\n${indent(members.join(',\n'))},\n};`,
    ...writePut(known, writing, 'replaced'),
  ];
}

function writeChange(known: CollectionOperation, writing: Writing): string[] {
  const { item } = writing;
  const taken = writeSent(known, writing);
  const members = [
    '...item',
    ...taken.members,
    ...keepKey(writing),
    ...writeInstants(writing, ['updated']),
  ];
  return [
    ...writeFind(known, writing),
    ...taken.lines,
    `const changed: ${item} = {\n${indent(members.join(',\n'))},\n};`,
    ...writePut(known, writing, 'changed'),
  ];
}

/** What is sent does not change the key. */
function keepKey({ model }: Writing): string[] {
  const [name = 'id', ...inner] = model.collection.key;
  return inner.length > 0 ? [] : [`${writeKeyName(name)}: ${writeAccess('item', [name])}`];
}

function writePut(known: CollectionOperation, writing: Writing, name: string): string[] {
  const row = writing.isNested ? `{ owner: ${owner(known)}, item: ${name} }` : name;
  return [`tables.${writing.table}.put(${row});`, writeReply(known, writing, new Code(name))];
}

function writeRemove(known: CollectionOperation, writing: Writing): string[] {
  const reply = writeReply(known, writing, new Code('item'));
  const { table } = writing;
  return [
    ...writeFind(known, writing),
    `tables.${table}.delete(${address(known, writing)});`,
    reply,
  ];
}

function writeFind(known: CollectionOperation, writing: Writing): string[] {
  const { table, isNested } = writing;
  const found = `tables.${table}.get(${address(known, writing)})`;
  return [
    `const item = ${found}${isNested ? '?.item' : ''};`,
    `if (item === undefined) return ${writeMissing(known, writing)};`,
  ];
}

function writeMissing({ operation }: CollectionOperation, { model, isTyped }: Writing): string {
  const text = `There is no such item of ${model.collection.name}.`;
  const reply = writeError(operation, 404, text, null, model.fitting);
  const declared = findResponse(operation, 404);
  const media = findStructured(declared?.content);
  // Types know no member of an object of which the contract names none.
  const isVague =
    isTyped && media !== undefined && model.fitting.places.members(placeOf(media)).size === 0;
  if (reply === undefined || declared?.status !== '404' || isVague)
    return writeLiteral({ kind: 'unknown-path', missing: text });
  const { status, body } = reply;
  return writeLiteral({ status, ...(body !== undefined && { body }) });
}

/** Key of the row that a path or a body names. */
function address(known: CollectionOperation, { isNested, isTyped, model }: Writing): string {
  const [name = 'id'] = model.collection.key;
  const body = isTyped ? 'body' : 'Object(body)';
  const { keyParameter } = known;
  const key =
    keyParameter === undefined
      ? writeAccess(writeOptionalAccess(body, known.requestEnvelope), [name])
      : writeAccess('path', [keyParameter]);
  return joinKeys(isNested ? [...listOwners(known), key] : [key]);
}

/** Code of the keys of the parents that a path names. */
function owner(known: CollectionOperation): string {
  return joinKeys(listOwners(known));
}

function listOwners({ scope }: CollectionOperation): string[] {
  return scope.map(({ parameter }) => writeAccess('path', [parameter]));
}

/** Joins keys to one text. */
function joinKeys(codes: readonly string[]): string {
  const [only] = codes;
  if (only !== undefined && codes.length === 1) return `String(${only})`;
  return `\`${codes.map((code) => `\${${code}}`).join('/')}\``;
}

/** Code of what a list tells of its pages, and the plain names of the members that have it. */
const PAGE_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  'page.total': ['total', 'totalcount', 'totalitems', 'totalelements', 'totalresults', 'count'],
  'page.hasNext': ['hasmore', 'hasnext', 'hasnextpage'],
  'page.page': ['page', 'currentpage', 'pagenumber'],
  'page.pages': ['totalpages', 'pages', 'lastpage'],
  'page.size': ['perpage', 'pagesize', 'limit', 'size'],
  'page.offset': ['offset', 'skip'],
};

/** Writes the answer of success, with the item or the list where the contract has it. */
function writeReply(known: CollectionOperation, { model }: Writing, value: Code): string {
  const { status, envelope, role } = known;
  const media = findStructured(successResponse(known.operation, role)?.content);
  if (media === undefined || status === 204) return `return { status: ${status} };`;
  const place = placeOf(media);
  const { places } = model.fitting;
  const inner = inside(place, envelope, places);
  const isItem = role === 'list' || (inner !== undefined && isOfItem(inner, role));
  const template = readTemplateBody(media, model);
  const body = isItem ? writePath(fillPages(template), envelope, value) : template;
  return `return ${writeLiteral({ status, body })};`;

  function isOfItem(one: SchemaPlace, of: string): boolean {
    const isSame = places.target(one).pointer === places.target(model.item).pointer;
    return isSame || (of !== 'remove' && places.members(one).has(model.collection.key[0] ?? ''));
  }
}

function fillPages(template: unknown): unknown {
  if (!isJsonObject(template)) return template;
  const members = Object.entries(template).map(([name, member]) => {
    const plain = plainName(name);
    const code = Object.keys(PAGE_MEMBERS).find((one) => PAGE_MEMBERS[one]?.includes(plain));
    const isFilled = code !== undefined && typeof member !== 'object';
    return [name, isFilled ? new Code(code) : fillPages(member)];
  });
  return Object.fromEntries(members);
}
