import type { ClientConfig } from 'pg';
import { StateLogError } from '../state-log/state-log-error.ts';

/** Schema of the tables unless the URL names another one. */
const DEFAULT_SCHEMA = 'share_contracts';

/** Names that need no quotes, of the length that PostgreSQL keeps, https://www.postgresql.org/docs/current/sql-syntax-lexical.html. */
const SCHEMA_NAME = /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/;

/** What a URL says of a database. */
export interface PostgresAddress {
  /** Without user, password and all options but the schema. */
  readonly name: string;
  readonly schema: string;
  readonly config: ClientConfig;
}

/** Reads `postgres://user:password@host:port/database?schema=name`; throws StateLogError where it is none. */
export function parsePostgresUrl(text: string): PostgresAddress {
  const url = URL.parse(text);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new StateLogError(
      'Address of the store',
      'postgres://user:password@host:port/database',
      url === null ? 'no URL' : `a URL of "${url.protocol}"`,
      'Write characters such as "@", ":" and "/" of a password as "%40", "%3A" and "%2F".',
    );
  }
  const schema = url.searchParams.get('schema') ?? DEFAULT_SCHEMA;
  url.searchParams.delete('schema');
  const host = url.host === '' ? (url.searchParams.get('host') ?? '') : url.host;
  const place = `${url.protocol}//${host}${url.pathname}`;
  if (!SCHEMA_NAME.test(schema)) {
    throw new StateLogError(
      place,
      'a schema named by small letters, digits and "_"',
      JSON.stringify(schema),
      'Name another one by "?schema=".',
    );
  }
  return {
    name: schema === DEFAULT_SCHEMA ? place : `${place}?schema=${schema}`,
    schema,
    config: {
      application_name: 'share-contracts',
      keepAlive: true,
      connectionString: url.href,
    },
  };
}
