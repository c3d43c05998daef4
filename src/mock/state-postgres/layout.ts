import type { Client } from 'pg';
import { writeFunctions } from './functions.ts';
import { runStatement } from './run-statement.ts';
import { StoreDefectError } from './store-defect-error.ts';
import { FORMAT, PROGRAM, writeTables } from './tables.ts';

/** Oldest release that has all that the tables need; older ones are not kept any more. */
const OLDEST = 13;

const LOOK = {
  name: 'look',
  text: `select pg_is_in_recovery(), getdatabaseencoding(), current_setting('server_version_num')::integer / 10000`,
};

/** Whether the schema exists, has tables of any kind, and has ours. */
const LOOK_FOR_TABLES = {
  name: 'look-for-tables',
  text: `select n.oid is not null,
    exists (select from pg_class c where c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f')),
    exists (select from pg_class c where c.relnamespace = n.oid and c.relname = 'format')
  from (select 1) as one left join pg_namespace n on n.nspname = $1`,
};

/**
 * Looks whether a database can be used, and creates schema, tables and functions in it unless they are there.
 *
 * Throws StoreDefectError where it cannot be used. Servers that start at the same time wait for the one that creates.
 */
export async function prepareLayout(client: Client, schema: string, patience: number) {
  await checkServer(client, patience);
  if ((await findLayout(client, schema, patience)) === 'ours') return;
  await client.query('begin');
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${PROGRAM} ${schema}`,
  ]);
  const found = await findLayout(client, schema, patience);
  if (found !== 'ours') await createLayout(client, schema, found === 'empty');
  await client.query('commit');
}

async function checkServer(client: Client, patience: number): Promise<void> {
  const [row = []] = await runStatement(client, LOOK, [], patience);
  const [isStandby, encoding, release] = row;
  if (Number(release) < OLDEST) {
    throw new StoreDefectError(
      `PostgreSQL ${OLDEST} or later`,
      `PostgreSQL ${release}`,
      'Use a later release of the server.',
    );
  }
  if (isStandby === true) {
    throw new StoreDefectError('the primary', 'a standby', 'Name the primary in the URL.');
  }
  if (encoding !== 'UTF8') {
    throw new StoreDefectError(
      'a database in UTF8',
      `one in ${encoding}`,
      'Create one by "createdb --encoding=UTF8 --template=template0".',
    );
  }
}

/** What a schema has: nothing, our tables, or it does not exist; throws StoreDefectError where it has others. */
async function findLayout(
  client: Client,
  schema: string,
  patience: number,
): Promise<'none' | 'empty' | 'ours'> {
  const [row = []] = await runStatement(client, LOOK_FOR_TABLES, [schema], patience);
  const [exists, hasTables, hasOurs] = row;
  if (exists !== true) return 'none';
  if (hasTables !== true) return 'empty';
  if (hasOurs !== true) throw refuse(schema, 'tables of something else');
  await checkFormat(client, schema, patience);
  return 'ours';
}

/** Throws StoreDefectError where a schema has tables of another release. */
export async function checkFormat(client: Client, schema: string, patience: number): Promise<void> {
  const statement = { name: 'format', text: `select program, version from "${schema}".format` };
  const rows = await runStatement(client, statement, [], patience).catch((error: unknown) => {
    const isOther = error instanceof Error && 'code' in error && error.code === '42703';
    throw isOther ? refuse(schema, 'tables of something else') : error;
  });
  const [[program, format] = []] = rows;
  if (program !== PROGRAM) throw refuse(schema, 'tables of something else');
  if (format !== FORMAT) throw refuse(schema, `tables of format ${format}`);
}

function refuse(schema: string, found: string): StoreDefectError {
  return new StoreDefectError(
    `tables of format ${FORMAT}, or none, in schema "${schema}"`,
    found,
    'Use the release that made them, or name another schema by "?schema=". To lose what they have, drop the schema.',
  );
}

async function createLayout(client: Client, schema: string, hasSchema: boolean): Promise<void> {
  try {
    if (!hasSchema) await client.query(`create schema "${schema}"`);
    await client.query(writeTables(`"${schema}"`) + writeFunctions(`"${schema}"`));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '42501')) throw error;
    throw new StoreDefectError(
      `permission to create schema "${schema}" with its tables`,
      'none',
      `As an owner of the database run: create schema "${schema}" authorization "the user of the URL"`,
    );
  }
}
