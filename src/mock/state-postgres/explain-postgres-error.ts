import { StalledError } from './stalled-error.ts';
import { StoreDefectError } from './store-defect-error.ts';

/** What an error of the client or of the server means. */
export interface PostgresFailure {
  /** Whether the connection is of no more use. */
  readonly isCut: boolean;
  /** Whether nothing was stored because others were under way, so that the same may be asked again. */
  readonly isPassing: boolean;
  /** Whether others have all connections, so that those that we have are to be shared. */
  readonly isCrowded: boolean;
  /** Seconds after which it is worth to try again; absent where somebody has to mend something first. */
  readonly retryAfter?: number;
  /** What was found, as part of a sentence. */
  readonly found: string;
  readonly advice: string;
}

type Explained = readonly [found: string, advice: string];

/** Codes of errors by the server, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const SERVER_ERRORS: Readonly<Record<string, Explained>> = {
  '28P01': ['a wrong user or password', 'Correct user and password in the URL.'],
  '28000': [
    'that it does not let this user in from here',
    'Correct the user in the URL, or let it in by pg_hba.conf of the server.',
  ],
  '3D000': ['no database of that name', 'Correct the name in the URL, or create it by "createdb".'],
  '42501': ['no permission for that', 'Grant the user its schema and tables, or use another user.'],
  '53100': ['a full disk', 'Make room on the disk of the server.'],
  '53200': ['a server without memory', 'Give the server more memory.'],
  '53300': [
    'too many connections',
    'Raise max_connections of the server, or end other clients: each of our servers takes up to 4.',
  ],
  '57P01': ['a server that shuts down', 'Start it again.'],
  '57P02': ['a server that crashed', 'Look into its log.'],
  '57P03': ['a server that is starting or shutting down', 'Wait until it is ready.'],
  '25006': [
    'a server that only reads',
    'Name the primary in the URL; a standby, or a database that is set to read only, takes nothing.',
  ],
  '55P03': ['a lock that another client holds', 'End whoever locks the tables.'],
  '57014': ['that the statement was cancelled', 'Raise statement_timeout of the database.'],
  '3F000': ['no schema any more', 'Start the servers again, which creates it.'],
  '42P01': ['no tables any more', 'Start the servers again, which creates them.'],
  '42883': ['no functions any more', 'Drop the schema and start the servers again.'],
};

/** Codes of errors by the network, https://nodejs.org/api/errors.html#common-system-errors. */
const NETWORK_ERRORS: Readonly<Record<string, Explained>> = {
  ECONNREFUSED: ['a refused connection', 'Start PostgreSQL there, or correct host and port.'],
  ENOTFOUND: ['no host of that name', 'Correct the host in the URL.'],
  EAI_AGAIN: ['no answer about the name of the host', 'Look after the network or the host name.'],
  ENOENT: ['no file of that name', 'Correct the socket or the certificate that the URL names.'],
  ETIMEDOUT: ['no answer', 'Look after the server and the network.'],
  EHOSTUNREACH: ['no way to the host', 'Look after the network.'],
  ENETUNREACH: ['no way to the host', 'Look after the network.'],
};

const SILENT: Explained = ['no answer in time', 'Look after the server and the network.'];

/** Messages of the client that come without a code. */
const CLIENT_ERRORS: readonly (readonly [RegExp, Explained])[] = [
  [/timeout/i, SILENT],
  [
    /client password must be a string/,
    ['that it asks for a password', 'Write it into the URL: postgres://user:password@host/….'],
  ],
  [
    /does not support SSL/,
    ['a server without TLS', 'Turn TLS on there, or leave "sslmode" out of the URL.'],
  ],
];

const CUT: Explained = [
  'a connection that was cut',
  'Look whether a PostgreSQL server is there, and into its log.',
];

/** Nothing is stored in either case, https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html. */
const PASSING = ['40001', '40P01'];

/** What ends by itself: other clients, a restart, short resources but for the disk. */
const WAITS = /^(08|40|55P03|57P|53[234])/;

/** Says what an error means, in words that name no user and no password. */
export function explainPostgresError(error: unknown): PostgresFailure {
  if (error instanceof StoreDefectError) {
    return {
      isCut: true,
      isPassing: false,
      isCrowded: false,
      found: error.found,
      advice: error.advice,
    };
  }
  const code = readCode(error);
  const isServer = /^[0-9A-Z]{5}$/.test(code) && /\d/.test(code);
  const [found, advice] = isServer ? explainAnswer(code, error) : explainNetwork(code, error);
  return {
    isCut: !isServer || /^(08|57P)/.test(code),
    isPassing: PASSING.includes(code),
    isCrowded: code === '53300',
    ...(!isServer || WAITS.test(code) ? { retryAfter: 1 } : {}),
    found,
    advice,
  };
}

function explainAnswer(code: string, error: unknown): Explained {
  const text = messageOf(error);
  if (code === '28000' && text.includes('pg_hba.conf') && text.includes('no encryption')) {
    return ['that it lets nobody in without TLS', 'Add "?sslmode=verify-full" to the URL.'];
  }
  return (
    SERVER_ERRORS[code] ?? [
      `the error ${code}`,
      `The server says ${JSON.stringify(text)}: mend its cause there.`,
    ]
  );
}

function explainNetwork(code: string, error: unknown): Explained {
  if (error instanceof StalledError) return SILENT;
  const known = NETWORK_ERRORS[code];
  if (known !== undefined) return known;
  const text = messageOf(error);
  if (/CERT|SIGNATURE|SSL/.test(code)) {
    return [
      `a certificate that cannot be trusted: ${text}`,
      'Name its authority by "sslrootcert" in the URL.',
    ];
  }
  return CLIENT_ERRORS.find(([pattern]) => pattern.test(text))?.[1] ?? CUT;
}

/** The code of an error, or of the first of several, as for a name with two addresses; otherwise nothing. */
function readCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return readCode(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
