import type { DatabaseSync } from 'node:sqlite';

/** Identifies state files among SQLite databases: "shct" in ASCII. */
export const APPLICATION_ID = 0x73686374;
/** Version of the tables below; increase it with each change. */
export const FORMAT = 2;

/**
 * Check constraints validate all JSON, and `quick_check` does so again at each start.
 * Keys are JSON texts: UTF-8 has no unpaired surrogates, and SQLite advises against U+0000,
 * https://www.sqlite.org/nulinstr.html.
 */
const TABLES = `
create table server (
  id integer primary key check (id = 1),
  seen_at real not null,
  sequence integer not null
) strict;
create table room (filler blob not null) strict;
create table sandboxes (
  id integer primary key,
  name text not null unique,
  used integer not null,
  settings text not null check (json_valid(settings))
) strict;
create table worlds (
  id integer primary key,
  sandbox integer not null references sandboxes on delete cascade,
  api text not null,
  seed text not null,
  drawn integer not null check (drawn >= 0),
  unique (sandbox, api, seed)
) strict;
create table entries (
  world integer not null references worlds on delete cascade,
  table_name text not null,
  key text not null check (json_valid(key)),
  place integer not null,
  value text not null check (json_valid(value) and json_type(value) = 'object'),
  primary key (world, table_name, key)
) strict, without rowid;
pragma application_id = ${APPLICATION_ID};
pragma user_version = ${FORMAT};
`;

/** Brings format 1 to format 2: its changes were not numbered. */
const UPGRADE = `
alter table server add column sequence integer not null default 0;
create table room (filler blob not null) strict;
pragma user_version = ${FORMAT};
`;

/** Creates the tables of a state file in an empty database. */
export function createTables(db: DatabaseSync): void {
  db.exec(TABLES);
}

/** Formats that this release reads. */
export const KNOWN_FORMATS: readonly number[] = [1, FORMAT];

/** Brings the tables of an earlier format to the current one. */
export function upgradeTables(db: DatabaseSync): void {
  if (readIdentity(db).format !== FORMAT) db.exec(UPGRADE);
}

/** Program and format of a database, https://www.sqlite.org/pragma.html#pragma_application_id. */
export interface FileIdentity {
  readonly applicationId: number;
  readonly format: number;
  /** Whether the database is new: without identity and tables. */
  readonly isBlank: boolean;
}

/** Reads program and format from the database header. */
export function readIdentity(db: DatabaseSync): FileIdentity {
  const read = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0]);
  const applicationId = read('pragma application_id');
  const format = read('pragma user_version');
  const isBlank =
    applicationId === 0 && format === 0 && read('select count(*) from sqlite_schema') === 0;
  return { applicationId, format, isBlank };
}
