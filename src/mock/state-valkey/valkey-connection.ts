import { createHash } from 'node:crypto';
import { Command, Redis } from 'iovalkey';
import { StateUnavailableError } from '../state/state-unavailable-error.ts';
import { StateLogError } from '../state-log/state-log-error.ts';
import { checkServer } from './check-server.ts';
import { explainValkeyError, passesByItself } from './explain-valkey-error.ts';
import type { ValkeyAddress } from './parse-valkey-url.ts';
import { PRELUDE } from './scripts/prelude.ts';
import { watchAnswers } from './watch-answers.ts';

/** One connection, which all commands share; those of one turn go out together. */
export interface ValkeyConnection {
  /** Runs a command; rejects with StateUnavailableError where the server is away, or refuses. */
  readonly run: (command: string, args: readonly Argument[]) => Promise<unknown>;
  /** Runs a script of `scripts/`, whose first argument is the prefix of the keys. */
  readonly runScript: (script: Script, args: readonly Argument[]) => Promise<unknown>;
  readonly close: () => void;
}

type Argument = string | number;

/** Text of a script, and what the server knows it by. */
export interface Script {
  readonly text: string;
  readonly hash: string;
}

export interface ConnectionOptions {
  /** Milliseconds after which an answer counts as lost. */
  readonly timeout: number;
  readonly onNotice: (text: string) => void;
}

/** Why a command failed, as the rest of a sentence that begins with "it". */
interface Failure {
  readonly reason: string;
  readonly isPassing: boolean;
}

/** Seconds after which it is worth to try again what failed for a reason that passes. */
const RETRY_AFTER = 1;
/** Longest pause between two attempts to connect, in milliseconds. */
const LONGEST_PAUSE = 2000;

/** Prepares a script. */
export function prepareScript(body: string): Script {
  const text = PRELUDE + body;
  return { text, hash: createHash('sha1').update(text).digest('hex') };
}

/**
 * Connects to a server, and again by itself whenever it was away. Throws StateLogError if it cannot be used.
 *
 * No command is kept for later, or sent twice: whoever is told that the server is away can rely on that.
 */
export async function connectValkey(
  address: ValkeyAddress,
  { timeout, onNotice }: ConnectionOptions,
): Promise<ValkeyConnection> {
  const { name } = address;
  let isOpen = false;
  let isClosed = false;
  let failures = 0;
  /** Why it is away; `undefined` as long as it can be used. */
  let away: Failure | undefined = { reason: 'is not connected yet', isPassing: true };
  let lastError: unknown;
  const client = new Redis({
    host: address.host,
    port: address.port,
    ...(address.username === undefined ? {} : { username: address.username }),
    ...(address.password === undefined ? {} : { password: address.password }),
    ...(address.isEncrypted ? { tls: {} } : {}),
    // Whichever the host has, IPv4 or IPv6.
    family: 0,
    familyFallback: { enabled: false },
    lazyConnect: true,
    connectTimeout: timeout,
    disconnectTimeout: timeout,
    // What is not sent, or not answered, has failed.
    enableOfflineQueue: false,
    enableReadyCheck: false,
    autoResendUnfulfilledCommands: false,
    autoResubscribe: false,
    maxRetriesPerRequest: 0,
    keepAlive: 10_000,
    retryStrategy: () => (isOpen && !isClosed ? pause(failures) : null),
  });
  const watch = watchAnswers(client, timeout);
  client.on('error', (error) => {
    lastError = error;
  });
  client.on('close', () => lose(lastError ?? new Error('connection is closed')));
  client.on('ready', () => {
    if (isOpen) void greet();
  });
  await open();
  return { run, runScript, close };

  async function open(): Promise<void> {
    try {
      await client.connect();
      const notice = await checkServer(send, address);
      if (notice !== undefined) onNotice(`${name}: ${notice}`);
    } catch (error) {
      close();
      if (error instanceof StateLogError) throw error;
      const found = `one that ${explainValkeyError(lastError ?? error)}`;
      throw new StateLogError(name, 'a server of Valkey or Redis', found, ADVICE, error);
    }
    isOpen = true;
    away = undefined;
    // It may have gone in the meantime.
    if (client.status !== 'ready') lose(lastError);
  }

  /** Uses a new connection once the server is known to be the right one. */
  async function greet(): Promise<void> {
    lastError = undefined;
    try {
      await checkServer(send, address);
    } catch (error) {
      lastError = error;
      lose(error);
      client.disconnect(true);
      return;
    }
    if (away !== undefined) onNotice(`${name}: the store is back.`);
    away = undefined;
    failures = 0;
  }

  function lose(error: unknown): void {
    failures += 1;
    if (isClosed || !isOpen) return;
    const failure = explainLoss(error);
    if (away === undefined) {
      onNotice(
        `${name}: the store is away, since it ${failure.reason}. It is tried again and again.`,
      );
    }
    away = failure;
  }

  async function send(command: string, args: readonly Argument[]): Promise<unknown> {
    watch.begin();
    try {
      return await client.sendCommand(new Command(command, [...args], { replyEncoding: 'utf8' }));
    } finally {
      watch.end();
    }
  }

  async function run(command: string, args: readonly Argument[]): Promise<unknown> {
    if (away !== undefined) throw refuse(away);
    try {
      return await send(command, args);
    } catch (error) {
      throw refuse(explain(error));
    }
  }

  async function runScript(script: Script, args: readonly Argument[]): Promise<unknown> {
    if (away !== undefined) throw refuse(away);
    const rest = [1, address.prefix, address.prefix, ...args];
    try {
      return await send('evalsha', [script.hash, ...rest]);
    } catch (error) {
      if (!String(error).includes('NOSCRIPT')) throw refuse(explain(error));
    }
    return run('eval', [script.text, ...rest]);
  }

  /** Leaves a server that takes no changes: the next connection may lead to another one. */
  function explain(error: unknown): Failure {
    if (/READONLY|MASTERDOWN/.test(String(error)) && client.status === 'ready') {
      lastError = error;
      client.disconnect(true);
    }
    const cause = isConnectionLost(error) ? (lastError ?? error) : error;
    return { reason: explainValkeyError(cause), isPassing: passesByItself(cause) };
  }

  function refuse({ reason, isPassing }: Failure): StateUnavailableError {
    if (isClosed) return new StateUnavailableError(`${name} is closed.`);
    const advice = isPassing ? { retryAfter: RETRY_AFTER } : {};
    return new StateUnavailableError(`${name}: it ${reason}.`, advice);
  }

  function close(): void {
    isClosed = true;
    away = { reason: 'is closed', isPassing: false };
    client.disconnect();
  }
}

/** Why the connection is lost; what the server is, does not change by itself. */
function explainLoss(error: unknown): Failure {
  if (error instanceof StateLogError) return { reason: error.message, isPassing: false };
  if (error === undefined) return { reason: explainValkeyError('is away'), isPassing: true };
  return { reason: explainValkeyError(error), isPassing: passesByItself(error) };
}

/** Whether a command ended with its connection, whose own error says more. */
function isConnectionLost(error: unknown): boolean {
  return error instanceof Error && error.name === 'MaxRetriesPerRequestError';
}

const ADVICE = 'Start it, or correct address, user and password, and valkeys:// for TLS.';

/** Milliseconds until the next attempt: longer each time, and at random, so that servers do not come all at once. */
function pause(failures: number): number {
  return Math.min(50 * 2 ** Math.min(failures, 10), LONGEST_PAUSE) * (0.5 + Math.random() / 2);
}
