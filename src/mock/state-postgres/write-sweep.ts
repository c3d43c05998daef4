/**
 * `sweep` removes the sandboxes that were unused for too long, and the least recently used ones of too many, but none of
 * those that are kept. What somebody else uses at that moment may stay as well; where others sweep at the same time, each
 * takes the next ones, of which some more are looked at than are needed: to lock them in order is to sort all.
 */
export function writeSweep(schema: string): string {
  return `
create function ${schema}.sweep(lifetime double precision, room bigint, kept text[]) returns void
language plpgsql as $$
declare
  expiry timestamptz := clock_timestamp() - lifetime * interval '1 millisecond';
  excess bigint;
  gone uuid[];
  gone_names text[];
begin
  if lifetime is not null then
    select array_agg(g.id), array_agg(g.name) into gone, gone_names from (
      select s.id, s.name from ${schema}.sandboxes s
      where s.used_at < expiry and s.name <> all (kept)
      for update skip locked
    ) g;
    delete from ${schema}.journals j where j.sandbox = any (gone_names);
    delete from ${schema}.sandboxes s where s.id = any (gone);
  end if;
  if room is not null then
    select count(*) - room into excess from ${schema}.sandboxes;
    if excess > 0 then
      select array_agg(g.id), array_agg(g.name) into gone, gone_names from (
        select s.id, s.name from ${schema}.sandboxes s
        where s.id = any (array(
          select t.id from ${schema}.sandboxes t where t.name <> all (kept) order by t.used_at, t.id limit excess + 32
        ))
        order by s.used_at, s.id limit excess
        for update skip locked
      ) g;
      delete from ${schema}.journals j where j.sandbox = any (gone_names);
      delete from ${schema}.sandboxes s where s.id = any (gone);
    end if;
  end if;
end
$$;
`;
}

/** `sweep_journals` does the same to the journals of sandboxes that were never stored. */
export function writeSweepJournals(schema: string): string {
  return `
create function ${schema}.sweep_journals(lifetime double precision, room bigint) returns void
language plpgsql as $$
declare
  expiry timestamptz := clock_timestamp() - lifetime * interval '1 millisecond';
begin
  delete from ${schema}.journals d where d.sandbox in (
    select j.sandbox from ${schema}.journals j
    where j.used_at < expiry and not exists (select from ${schema}.sandboxes s where s.name = j.sandbox)
    for update skip locked
  );
  if room is not null then
    delete from ${schema}.journals d where d.sandbox in (
      select j.sandbox from ${schema}.journals j
      where not exists (select from ${schema}.sandboxes s where s.name = j.sandbox)
      order by j.used_at desc offset room
      for update skip locked
    );
  end if;
end
$$;
`;
}
