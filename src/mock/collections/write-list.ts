import type { CollectionOperation } from '../../contract/collections/collection.ts';
import { writeOwner } from './write-address.ts';
import { Code, writeAccess } from './write-code.ts';
import { PAGE_CODE, writeReply } from './write-reply.ts';
import type { Writing } from './writing.ts';

/** Writes the lines of a handler that lists items. */
export function writeList(known: CollectionOperation, writing: Writing): string[] {
  const { table, isNested } = writing;
  const all = isNested
    ? `tables.${table}.rows().flatMap((row) => (row.owner === ${writeOwner(known)} ? [row.item] : []))`
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
  const whole = writeReply(known, writing, new Code('found'));
  const lines = [`const found = ${found};`];
  if (wishes.length === 0 && !PAGE_CODE.test(whole)) return [...lines, whole];
  const cut = wishes.length === 0 ? '{}' : `{ ${wishes.join(', ')} }`;
  const reply = writeReply(known, writing, new Code('page.rows'));
  return [...lines, `const page = pageOf(found, ${cut});`, reply];
}

function asNumber(parameter: string, fallback: number | undefined): string {
  const value = writeAccess('query', [parameter]);
  const number = `Number(${value})`;
  return `${value} === undefined ? ${fallback} : ${number}`;
}
