import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { writeAddress, writeOwner } from './write-address.ts';
import { Code, indent, writeAccess, writeKeyName } from './write-code.ts';
import { writeCreate } from './write-create.ts';
import { writeList } from './write-list.ts';
import { writeMissing, writeReply } from './write-reply.ts';
import { writeSent } from './write-sent.ts';
import { type Writing, writeInstants } from './writing.ts';

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

function writeShow(known: CollectionOperation, writing: Writing): string[] {
  return [...writeFind(known, writing), writeReply(known, writing, new Code('item'))];
}

function writeReplace(known: CollectionOperation, writing: Writing): string[] {
  const { item, constant, model } = writing;
  const sendable = [...model.sendable(known).keys()].filter((name) =>
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
  const row = writing.isNested ? `{ owner: ${writeOwner(known)}, item: ${name} }` : name;
  return [`tables.${writing.table}.put(${row});`, writeReply(known, writing, new Code(name))];
}

function writeRemove(known: CollectionOperation, writing: Writing): string[] {
  const reply = writeReply(known, writing, new Code('item'));
  const { table } = writing;
  return [
    ...writeFind(known, writing),
    `tables.${table}.delete(${writeAddress(known, writing)});`,
    reply,
  ];
}

function writeFind(known: CollectionOperation, writing: Writing): string[] {
  const { table, isNested } = writing;
  const found = `tables.${table}.get(${writeAddress(known, writing)})`;
  return [
    `const item = ${found}${isNested ? '?.item' : ''};`,
    `if (item === undefined) return ${writeMissing(known, writing)};`,
  ];
}
