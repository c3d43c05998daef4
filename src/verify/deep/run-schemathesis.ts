import { mkdtempDisposable, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Contract } from '../../contract/model/contract.ts';
import { maskText } from '../../contract/secrets/mask-text.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { Finding } from '../model/finding.ts';
import { type DeepFindings, listFindings } from './list-findings.ts';
import { readEvents } from './read-events.ts';
import { readErrors } from './read-junit.ts';
import { type ProgramEnd, runProgram } from './run-program.ts';
import { SchemathesisError } from './schemathesis-error.ts';

/** What Schemathesis tests, and how long. */
export interface SchemathesisOptions {
  /** File of the contract. */
  readonly file: string;
  /** Base URL of the server. */
  readonly url: string;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly seed: number;
  /** Milliseconds; Schemathesis counts whole seconds. */
  readonly maxTime: number;
  /** Interrupts it; what it has found by then is given all the same. */
  readonly signal?: AbortSignal;
  /** Gives operations their ids, and tells secrets. */
  readonly contract?: Contract;
  /** Name or path of the program. */
  readonly program?: string;
}

/** Exit codes of a run, without and with failures. */
const DONE: readonly (number | null)[] = [0, 1];

/**
 * Runs Schemathesis on a server, https://schemathesis.readthedocs.io. It changes data there, and follows no redirect.
 *
 * Throws SchemathesisError where it is not installed or gives no report.
 */
export async function runSchemathesis(options: SchemathesisOptions): Promise<DeepFindings> {
  const { contract, program = 'schemathesis', signal } = options;
  await using folder = await mkdtempDisposable(join(tmpdir(), 'share-contracts-'));
  const [events, junit] = [join(folder.path, 'events.ndjson'), join(folder.path, 'junit.xml')];
  // 1. Give it the headers by its environment: others may read the words of a command.
  const { text, variables } = writeSettings(options.headers ?? {});
  await writeFile(join(folder.path, 'schemathesis.toml'), text);
  // 2. Run it.
  const env = { ...process.env, ...variables, SCHEMATHESIS_HOOKS: undefined };
  const words = [
    ...listWords(options),
    '--report-ndjson-path',
    events,
    '--report-junit-path',
    junit,
  ];
  const end = await runProgram(program, words, { cwd: folder.path, env, signal });
  if (!end.isInterrupted && !DONE.includes(end.code)) throw explainEnd(end, contract);
  // 3. Read what it found, and what it could not test.
  const { findings, notes, requests } = await collect(events, contract, end);
  const errors = await readFile(junit, 'utf8').then(readErrors, () => []);
  const masked = errors.map((line) => maskText(line, secretContextOf(contract)));
  return { findings, notes: [...new Set([...notes, ...masked, ...noteEnd(end, requests)])] };
}

async function collect(
  file: string,
  contract: Contract | undefined,
  end: ProgramEnd,
): Promise<DeepFindings & { readonly requests: number }> {
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (!isThere && !end.isInterrupted) throw explainEnd(end, contract);
  const findings: Finding[] = [];
  const notes: string[] = [];
  let requests = 0;
  if (!isThere) return { findings, notes, requests };
  for await (const recorder of readEvents(file)) {
    requests += Object.keys(recorder.interactions).length;
    const found = listFindings(recorder, contract);
    findings.push(...found.findings);
    notes.push(...found.notes);
  }
  return { findings, notes, requests };
}

function listWords({ file, url, seed, maxTime }: SchemathesisOptions): string[] {
  const seconds = Math.max(1, Math.round(maxTime / 1000));
  return [
    ...['run', resolve(file), '--url', url, '--seed', String(seed), '--max-time', String(seconds)],
    ...[
      '--max-redirects',
      '0',
      '--report',
      'ndjson,junit',
      '--output-sanitize',
      'true',
      '--no-color',
    ],
  ];
}

/** Settings in TOML, of which a text in JSON is one too; values come from variables. */
function writeSettings(headers: Readonly<Record<string, string>>): {
  readonly text: string;
  readonly variables: Readonly<Record<string, string>>;
} {
  const pairs = Object.entries(headers).map(([name, value], at) => ({
    line: `${JSON.stringify(name)} = "\${SHARE_CONTRACTS_HEADER_${at}}"\n`,
    variable: [`SHARE_CONTRACTS_HEADER_${at}`, value] as const,
  }));
  return {
    text: `[headers]\n${pairs.map(({ line }) => line).join('')}`,
    variables: Object.fromEntries(pairs.map(({ variable }) => variable)),
  };
}

function noteEnd({ isInterrupted }: ProgramEnd, requests: number): string[] {
  if (isInterrupted) return ['Schemathesis was interrupted: it reports what it had done by then.'];
  return requests === 0 ? ['Schemathesis sent no request: give it more time.'] : [];
}

function explainEnd(
  { code, output }: ProgramEnd,
  contract: Contract | undefined,
): SchemathesisError {
  const how = code === null ? 'was ended by a signal' : `ended with exit code ${code}`;
  const told = maskText(output, secretContextOf(contract));
  return new SchemathesisError(
    `Expected reports of Schemathesis 4, found none: it ${how}. Correct what it says, or update it.\n${told}`,
  );
}
