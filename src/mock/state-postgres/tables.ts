/** Version of the tables and functions; increase it with each change of either. */
export const FORMAT = 1;

/** Which program's tables they are. */
export const PROGRAM = 'share-contracts';

/**
 * Writes the statements that create all tables in a schema, whose name is quoted.
 *
 * The id of a sandbox identifies its log, also after a backup was restored, which sets counters back. What belongs to a sandbox goes with it. Counters are changed in place, so pages
 * are filled in part (https://www.postgresql.org/docs/current/storage-hot.html), and no index has what changes with each
 * transaction. A journal is there for sandboxes without a log as well, of which nothing was changed yet.
 */
export function writeTables(schema: string): string {
  return `
create table ${schema}.format (
  program text not null,
  version integer not null
);
insert into ${schema}.format values ('${PROGRAM}', ${FORMAT});

create table ${schema}.sandboxes (
  id uuid primary key default gen_random_uuid(),
  name text collate "C" not null unique,
  version bigint not null,
  settings text,
  used_at timestamptz not null,
  compacted bigint not null default 0,
  state bigint
) with (fillfactor = 50);

create table ${schema}.transactions (
  log uuid not null references ${schema}.sandboxes on delete cascade,
  version bigint not null,
  content text not null,
  primary key (log, version)
);

create sequence ${schema}.states;
create table ${schema}.pieces (
  log uuid not null references ${schema}.sandboxes on delete cascade,
  state bigint not null,
  number integer not null,
  content text not null,
  primary key (log, state, number)
);

create table ${schema}.deliveries (
  id bigint generated always as identity primary key,
  log uuid not null references ${schema}.sandboxes on delete cascade,
  message text not null,
  content text not null,
  claimed_until timestamptz not null default '-infinity',
  claims integer not null default 0
) with (fillfactor = 70);
create index on ${schema}.deliveries (log);

create table ${schema}.journals (
  sandbox text collate "C" primary key,
  used_at timestamptz not null,
  last bigint not null,
  cleared bigint not null default 0
) with (fillfactor = 50);

create table ${schema}.entries (
  sandbox text collate "C" not null references ${schema}.journals on delete cascade,
  id bigint not null,
  content text not null,
  primary key (sandbox, id)
);

create table ${schema}.counts (
  sandbox text collate "C" not null references ${schema}.journals on delete cascade,
  name text collate "C" not null,
  number bigint not null,
  primary key (sandbox, name)
) with (fillfactor = 50);

${writeCompression(schema)}`;
}

/**
 * Packs long texts by LZ4 where the server has that, https://www.postgresql.org/docs/current/storage-toast.html: a large
 * state is stored in half the time (November 2026).
 */
function writeCompression(schema: string): string {
  return `
do $$
begin
  execute 'alter table ${schema}.transactions alter content set compression lz4';
  execute 'alter table ${schema}.pieces alter content set compression lz4';
  execute 'alter table ${schema}.entries alter content set compression lz4';
exception when syntax_error or feature_not_supported then
end
$$;
`;
}
