import { StateLogError } from '../state-log/state-log-error.ts';

/** Where a server is, and which keys there are ours. */
export interface ValkeyAddress {
  readonly host: string;
  readonly port: number;
  readonly database: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly isEncrypted: boolean;
  /** Start of all keys; in braces, so that all are in one hash slot, https://valkey.io/topics/cluster-spec/#hash-tags. */
  readonly prefix: string;
  /** What messages call it: without credentials. */
  readonly name: string;
}

const FORM = 'valkey://user:password@host:port/database?prefix=name';
const DEFAULT_PREFIX = 'share-contracts';
const PLAIN = ['valkey:', 'redis:'];
const ENCRYPTED = ['valkeys:', 'rediss:'];

/**
 * Reads the URL of a server: `valkey://` or `redis://`, with an `s` for TLS.
 *
 * Throws StateLogError, which shows nothing of a URL but its scheme, since the rest may have a password.
 */
export function parseValkeyUrl(text: string): ValkeyAddress {
  const url = URL.parse(text);
  if (url === null) throw refuse('no URL');
  const isEncrypted = ENCRYPTED.includes(url.protocol);
  if (!isEncrypted && !PLAIN.includes(url.protocol))
    throw refuse(`one that begins with ${url.protocol}`);
  if (url.hostname === '') throw refuse('one without a host');
  const database = /^\/?(\d{0,5})$/.exec(url.pathname)?.[1];
  if (database === undefined) throw refuse('a database that is no number');
  const unknown = [...url.searchParams.keys()].find((name) => name !== 'prefix');
  if (unknown !== undefined) throw refuse(`the parameter ${JSON.stringify(unknown)}`);
  const prefix = url.searchParams.get('prefix') ?? DEFAULT_PREFIX;
  if (!/^[\w.:-]{1,64}$/.test(prefix)) {
    throw refuse('a prefix that is not made of 1 to 64 letters, digits, ".", ":", "_" and "-"');
  }
  const port = url.port === '' ? 6379 : Number(url.port);
  const shown = prefix === DEFAULT_PREFIX ? '' : `?prefix=${prefix}`;
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    database: Number(database),
    username: decode(url.username),
    password: decode(url.password),
    isEncrypted,
    prefix: `{${prefix}}:`,
    name: `${url.protocol}//${url.hostname}:${port}/${Number(database)}${shown}`,
  };
}

function decode(part: string): string | undefined {
  if (part === '') return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    throw refuse('a user or password with "%" that escapes nothing');
  }
}

function refuse(found: string): StateLogError {
  return new StateLogError(
    'State',
    `a URL such as ${FORM}`,
    found,
    'Correct the URL of the store.',
  );
}
