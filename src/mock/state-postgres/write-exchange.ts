import { writeSplit } from './join-texts.ts';

/**
 * `exchange` answers questions, each by a row 'accepted', 'news' or 'whole', and by rows 'piece' and 'transaction' with
 * what the latter two consist of, in no order. `contents` and `texts` are joined.
 *
 * Each question is answered from one statement, so that a compaction between two cannot take away what the second one
 * needs. A position that is later than what is stored is one of another history, which was lost: all is answered.
 *
 * A sandbox that is unused for `lifetime` milliseconds is taken for gone, and goes with the next sweep. `room` is the
 * number of sandboxes that are kept; both may be null. Who is up to date writes nothing, but that the sandbox is used, once
 * a minute.
 */
export function writeExchange(schema: string): string {
  return `
create function ${schema}.exchange(
  names text[], logs uuid[], versions bigint[], removals boolean[],
  firsts integer[], sizes integer[], contents text, settings text[],
  receivers integer[], messages text[], texts text,
  lifetime double precision, room bigint
) returns table (question integer, kind text, log uuid, place bigint, uncompacted bigint, content text)
language plpgsql as $$
#variable_conflict use_column
declare
  asked record;
  stored record;
  made uuid;
  pending bigint;
  is_current boolean;
  has_created boolean := false;
  added text[] := ${writeSplit('contents')};
  sent text[] := ${writeSplit('texts')};
  present timestamptz := clock_timestamp();
  expiry timestamptz := coalesce(present - lifetime * interval '1 millisecond', '-infinity');
  stale timestamptz := present - least(interval '1 minute', lifetime * interval '0.25 milliseconds');
begin
  for asked in
    select q.* from unnest(names, logs, versions, removals, firsts, sizes, settings)
      with ordinality as q(name, log, version, removes, first, size, settings, ordinal)
    order by q.name collate "C", q.ordinal
  loop
    made := null;
    if asked.size > 0 or asked.ordinal = any (receivers) then
      if asked.log is not null then
        update ${schema}.sandboxes s
          set version = s.version + asked.size,
            settings = coalesce(asked.settings, s.settings),
            used_at = greatest(s.used_at, clock_timestamp())
          where s.name = asked.name and s.id = asked.log and s.version = asked.version and s.used_at >= expiry
          returning s.id, s.version - s.compacted into made, pending;
      elsif asked.size > 0 then
        delete from ${schema}.sandboxes s where s.name = asked.name and s.used_at < expiry;
        if found then
          delete from ${schema}.journals j where j.sandbox = asked.name;
        end if;
        pending := asked.size;
        insert into ${schema}.sandboxes as s (name, version, settings, used_at)
          values (asked.name, asked.size, asked.settings, clock_timestamp())
          on conflict do nothing
          returning s.id into made;
        has_created := has_created or made is not null;
      end if;
      if made is not null then
        insert into ${schema}.transactions (log, version, content)
          select made, coalesce(asked.version, 0) + n, added[asked.first + n]
          from generate_series(1, asked.size) n;
        if cardinality(receivers) > 0 then
          insert into ${schema}.deliveries (log, message, content)
            select made, d.message, d.content
            from unnest(receivers, messages, sent) with ordinality as d(question, message, content, ordinal)
            where d.question = asked.ordinal
            order by d.ordinal;
        end if;
        return query select asked.ordinal::integer, 'accepted', made, coalesce(asked.version, 0) + asked.size,
          pending, null::text;
        continue;
      end if;
    elsif asked.removes and asked.log is not null then
      delete from ${schema}.sandboxes s
        where s.name = asked.name and s.id = asked.log and s.version = asked.version;
      if found then
        delete from ${schema}.journals j where j.sandbox = asked.name;
        return query select asked.ordinal::integer, 'accepted', null::uuid, null::bigint, 0::bigint, null::text;
        continue;
      end if;
    end if;

    select s.id, s.version, s.compacted, s.used_at into stored
      from ${schema}.sandboxes s where s.name = asked.name and s.used_at >= expiry;
    is_current := asked.size = 0 and asked.log is not distinct from stored.id
      and (stored.id is null or asked.version = stored.version and not asked.removes);
    if stored.used_at < stale or stored.id is not null and asked.log is null then
      -- A store that takes nothing at present can be read.
      begin
        update ${schema}.sandboxes s set used_at = greatest(s.used_at, clock_timestamp())
          where s.id = (select t.id from ${schema}.sandboxes t where t.id = stored.id for no key update skip locked);
      exception when disk_full or read_only_sql_transaction then
      end;
    end if;
    if is_current then
      if asked.removes then
        delete from ${schema}.journals j where j.sandbox = asked.name;
      end if;
      return query select asked.ordinal::integer, 'accepted', stored.id, stored.version,
        coalesce(stored.version - stored.compacted, 0), null::text;
      continue;
    end if;

    return query
      with s as materialized (
        select t.*, coalesce(t.id = asked.log and asked.version between t.compacted and t.version, false) as continues
        from ${schema}.sandboxes t where t.name = asked.name and t.used_at >= expiry
      )
      select asked.ordinal::integer, case when s.continues then 'news' else 'whole' end,
        s.id, s.version, s.version - s.compacted, null::text
      from s
      union all
      select asked.ordinal::integer, 'piece', null, p.number, null, p.content
      from s join ${schema}.pieces p on p.log = s.id and p.state = s.state
      where not s.continues
      union all
      select asked.ordinal::integer, 'transaction', null, t.version, null, t.content
      from s join ${schema}.transactions t
        on t.log = s.id and t.version > case when s.continues then asked.version else s.compacted end;
    if not found then
      return query select asked.ordinal::integer, 'whole', null::uuid, null::bigint, 0::bigint, null::text;
    end if;
  end loop;

  if has_created then
    perform ${schema}.sweep(lifetime, room, names);
  end if;
end
$$;
`;
}
