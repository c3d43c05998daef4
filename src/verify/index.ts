import { loadContract } from '../contract/load/load-contract.ts';
import type { Contract } from '../contract/model/contract.ts';
import type { VerifyReport } from './model/report.ts';
import { listTestResults } from './report/list-test-results.ts';
import type { FetchHandler } from './send/send-options.ts';
import type { VerifyOptions } from './session/verify-options.ts';
import type { SignIn } from './settings/sign-in.ts';
import { verifyServer } from './verify-server.ts';

export type { Finding, FindingGroup, FindingKind, FoundOperation } from './model/finding.ts';
export { TITLES } from './model/finding.ts';
export type { Coverage, VerifiedOperation, VerifyReport } from './model/report.ts';
export { formatConsole } from './report/format-console.ts';
export { ConnectionError } from './send/connection-error.ts';
export { fromListener } from './send/from-listener.ts';
export type { FetchHandler } from './send/send-options.ts';
export { SettingsError } from './settings/settings-error.ts';

/** A server or a handler, and how it is asked. */
export interface VerifyInput {
  /** File or URL of the contract, or a contract that is loaded. */
  readonly contract: string | Contract;
  /** Base URL of the server; for a handler, that of the contract on a host of no meaning. */
  readonly url?: string;
  /** Answers in this process, without a port: `app.fetch` of Hono, `fromListener(app)` of Express. */
  readonly fetch?: FetchHandler;
  /** Headers of every request, such as `Authorization`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Secrets by the names of security schemes. */
  readonly credentials?: Readonly<Record<string, string>>;
  /** Values of path parameters by their names, such as the id of something that exists. */
  readonly set?: Readonly<Record<string, string>>;
  readonly signIn?: SignIn;
  /** Whether requests that change something are sent; what they create is removed at the end. */
  readonly write?: boolean;
  /** Whether facts that the contract only assumes are asked for as well. */
  readonly assumed?: boolean;
  /** By default 1; equal seeds give equal requests. */
  readonly seed?: number;
  /** Requests at random for each operation; by default 10, 0 for none. */
  readonly runs?: number;
  /** Milliseconds of one request; by default ten seconds. */
  readonly timeout?: number;
  /** Milliseconds after which an answer is a finding. */
  readonly slow?: number;
  /** Milliseconds of the run. */
  readonly maxTime?: number;
  readonly maxRequests?: number;
  /** Requests at a time; by default 8. */
  readonly concurrency?: number;
  /** Requests per second. */
  readonly rate?: number;
  /** Whether any certificate will do. */
  readonly insecure?: boolean;
  readonly signal?: AbortSignal;
}

/** Test of one operation, for any runner. */
export interface VerifyTest {
  /** Such as `POST /shares createShare`. */
  readonly name: string;
  /** Why the operation could not be asked; then `run` says nothing of it. */
  readonly skipped?: string;
  /** Rejects with what the server did against the contract, each with a command that reproduces it. */
  readonly run: () => Promise<void>;
}

/** Thrown by a test whose operation does not keep the contract. */
export class VerifyError extends Error {
  override readonly name = 'VerifyError';
}

/** Longest answer that is read, in bytes. */
const MOST_BYTES = 10_000_000;

/**
 * Asks a server, or a handler in this process, whether it keeps a contract. Throws ConnectionError where it cannot be reached,
 * ContractError for a contract that cannot be loaded, SettingsError where it gives no credentials.
 */
export async function verify(input: VerifyInput): Promise<VerifyReport> {
  const contract =
    typeof input.contract === 'string'
      ? await loadContract(input.contract, { onFlaws: () => {} })
      : input.contract;
  const { signIn } = input;
  const api = typeof input.contract === 'string' ? input.contract : contract.file;
  return verifyServer({ api, contract, signIn }, toOptions(input, contract));
}

/**
 * Verifies, and makes one test of each operation:
 * `for (const { name, run, skipped } of await listVerifyTests({ contract, fetch: app.fetch })) test.skipIf(skipped !== undefined)(name, run)`.
 */
export async function listVerifyTests(input: VerifyInput): Promise<VerifyTest[]> {
  const report = await verify(input);
  return listTestResults(report).map(({ name, outcome, errors, message }) => ({
    name,
    ...(outcome === 'skipped' && { skipped: message }),
    run: async () => {
      if (outcome === 'failed' || outcome === 'stopped') throw new VerifyError(errors);
    },
  }));
}

function toOptions(input: VerifyInput, { basePath }: Contract): VerifyOptions {
  const { fetch, slow, maxTime, maxRequests, rate, signal } = input;
  const { url = fetch === undefined ? undefined : `http://server.test${basePath}` } = input;
  if (url === undefined)
    throw new TypeError('verify: expected a url or a fetch handler, found neither.');
  return {
    url: url.replace(/\/$/, ''),
    headers: input.headers ?? {},
    credentials: input.credentials ?? {},
    values: input.set ?? {},
    isWriting: input.write === true,
    withAssumed: input.assumed === true,
    seed: input.seed ?? 1,
    runs: input.runs ?? 10,
    timeout: input.timeout ?? 10_000,
    maxBytes: MOST_BYTES,
    concurrency: input.concurrency ?? 8,
    insecure: input.insecure === true,
    ...(fetch !== undefined && { fetch }),
    ...(slow !== undefined && { slow }),
    ...(maxTime !== undefined && { maxTime }),
    ...(maxRequests !== undefined && { maxRequests }),
    ...(rate !== undefined && { rate }),
    ...(signal !== undefined && { signal }),
  };
}
