/** What a server or the system says, in words that follow "it". */
const REASONS: readonly (readonly [code: RegExp, reason: string])[] = [
  [/\bECONNREFUSED\b/, 'refuses connections: nothing listens there'],
  [/\b(ENOTFOUND|EAI_AGAIN)\b/, 'has no address: its host name is not known'],
  [/\b(EHOSTUNREACH|ENETUNREACH)\b/, 'cannot be reached from here'],
  [
    /\b(ECONNRESET|EPIPE)\b|connection is closed|connection close\b|stream isn't writeable|max retries per request/i,
    'closed the connection',
  ],
  [/\bETIMEDOUT\b|timed out/, 'does not answer in time'],
  [/\bOOM\b/, 'has no memory left, as its "maxmemory" is reached'],
  [/\bREADONLY\b/, 'is a replica, which takes no changes'],
  [/\bLOADING\b/, 'is still loading its data'],
  [/\bMISCONF\b/, 'cannot save to its disk, and takes no changes until it can'],
  [/\bNOREPLICAS\b/, 'has too few replicas, and takes no changes until it has more'],
  [/\bMASTERDOWN\b/, 'is a replica that has lost its primary'],
  [/\bBUSY\b/, 'is busy with a script of someone else'],
  [/\bNOAUTH\b/, 'asks for a password'],
  [
    /\bWRONGPASS\b|invalid password|without any password configured/,
    'refuses this user or password',
  ],
  [/\bNOPERM\b/, 'does not let this user run all commands, or use all keys of the prefix'],
  [/\b(MOVED|ASK|CLUSTERDOWN|CROSSSLOT)\b/, 'is part of a cluster, and has these keys elsewhere'],
  [/max number of clients/, 'has as many clients as it may have'],
  [/\bWRONGTYPE\b/, 'has something else under a key of ours'],
  [/DB index/, 'has no database of this number'],
  [/unknown command|unknown subcommand/i, 'lacks a command that is needed'],
  [/Protocol error/, 'speaks another protocol'],
  [
    /\b(EPROTO|ERR_SSL)|wrong version number|tlsv1|packet length/i,
    'speaks no TLS, or another kind of it',
  ],
  [
    /certificate|\bERR_TLS/i,
    'has a certificate that is not trusted here, where NODE_EXTRA_CA_CERTS can name its authority',
  ],
];

/** What ends by itself: the rest stays until somebody mends the server, or the address. */
const PASSING =
  /\b(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|READONLY|LOADING|NOREPLICAS|MASTERDOWN|CLUSTERDOWN|BUSY)\b|connection is closed|connection close|stream isn't writeable|timed out|max retries per request|max number of clients/i;

/** Whether it is worth to try again soon after an error of the connection or of the server. */
export function passesByItself(error: unknown): boolean {
  return PASSING.test(describe(error));
}

/** Says what an error of the connection or of the server means, as the rest of a sentence that begins with "it". */
export function explainValkeyError(error: unknown): string {
  const text = describe(error);
  const reason = REASONS.find(([code]) => code.test(text))?.[1];
  // The rest of a message may quote arguments.
  return reason ?? `fails: ${text.split('\n')[0]?.slice(0, 80)}`;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? `${error.code} ` : '';
  const causes = error instanceof AggregateError ? error.errors.map(describe).join(' ') : '';
  return `${code}${error.message} ${causes}`.trim();
}
