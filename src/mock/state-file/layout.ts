import type { DatabaseSync } from 'node:sqlite';

/** Tells state files from the databases of other programs: "shct" in ASCII. */
export const APPLICATION_ID = 0x73686374;
/** Number of the layout below; another one gets another number. */
export const FORMAT = 1;

/**
 * All that is JSON is checked by the tables themselves, and once more at each start by `quick_check`.
 *
 * Keys are JSON texts, as SQLite would keep neither U+0000 nor half a surrogate pair.
 */
const LAYOUT = `
create table server (
  id integer primary key check (id = 1),
  seen_at real not null
) strict;
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

/** Makes the tables of a state file in an empty database. */
export function layOut(db: DatabaseSync): void {
  db.exec(LAYOUT);
}

/** Numbers by which a database says what it is. */
export interface Marks {
  readonly applicationId: number;
  readonly format: number;
  /** Whether there is nothing in it, as in an empty file. */
  readonly isBlank: boolean;
}

/** Reads by which numbers a database says what it is. */
export function readMarks(db: DatabaseSync): Marks {
  const read = (sql: string) => Number(Object.values(db.prepare(sql).get() ?? {})[0]);
  const applicationId = read('pragma application_id');
  const format = read('pragma user_version');
  const isBlank =
    applicationId === 0 && format === 0 && read('select count(*) from sqlite_schema') === 0;
  return { applicationId, format, isBlank };
}
