import { writeSplit } from './join-texts.ts';

/**
 * `record` gives ids to a number of entries, the last of which come with their contents, joined, or null; and counts names.
 */
export function writeRecord(schema: string): string {
  return `
create function ${schema}.record(
  target text, size bigint, contents text, counted text[], counts bigint[], kept bigint
) returns void
language plpgsql as $$
declare
  newest bigint;
  added text[] := ${writeSplit('contents')};
begin
  insert into ${schema}.journals as j (sandbox, used_at, last) values (target, clock_timestamp(), size)
    on conflict (sandbox) do update set last = j.last + size, used_at = excluded.used_at
    returning j.last into newest;
  insert into ${schema}.entries (sandbox, id, content)
    select target, newest - cardinality(added) + e.ordinal, e.content
    from unnest(added) with ordinality as e(content, ordinal);
  delete from ${schema}.entries e where e.sandbox = target and e.id <= newest - kept;
  insert into ${schema}.counts as c (sandbox, name, number)
    select target, n.name, n.number from unnest(counted, counts) as n(name, number) order by n.name collate "C"
    on conflict (sandbox, name) do update set number = c.number + excluded.number;
end
$$;
`;
}

/** `clear` forgets the entries and counts of a journal. */
export function writeClear(schema: string): string {
  return `
create function ${schema}.clear(target text) returns void
language plpgsql as $$
begin
  update ${schema}.journals j set cleared = j.last where j.sandbox = target;
  delete from ${schema}.entries e where e.sandbox = target;
  delete from ${schema}.counts c where c.sandbox = target;
end
$$;
`;
}
