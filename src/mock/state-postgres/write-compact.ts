import { writeSplit } from './join-texts.ts';

/** `compact` writes a state first, and locks the sandbox only to put it in its place. */
export function writeCompact(schema: string): string {
  return `
create function ${schema}.compact(sandbox text, known uuid, upto bigint, contents text) returns void
language plpgsql as $$
declare
  next bigint;
  previous bigint;
begin
  perform from ${schema}.sandboxes s
    where s.name = sandbox and s.id = known and s.compacted < upto and s.version >= upto
    for key share;
  if not found then
    return;
  end if;
  next := nextval('${schema}.states');
  insert into ${schema}.pieces (log, state, number, content)
    select known, next, c.number, c.content from unnest(${writeSplit('contents')}) with ordinality as c(content, number);
  select s.state into previous from ${schema}.sandboxes s
    where s.name = sandbox and s.id = known and s.compacted < upto and s.version >= upto
    for no key update;
  if not found then
    delete from ${schema}.pieces p where p.log = known and p.state = next;
    return;
  end if;
  update ${schema}.sandboxes s set compacted = upto, state = next where s.id = known;
  delete from ${schema}.pieces p where p.log = known and p.state = previous;
  delete from ${schema}.transactions t where t.log = known and t.version <= upto;
end
$$;
`;
}
