import { loadContract } from '../contract/load/load-contract.ts';
import type { Contract } from '../contract/model/contract.ts';
import type { ProjectApi } from '../project/project.ts';
import { describeUnknownName } from '../text/nearest-name.ts';
import type { VerifyReport } from '../verify/model/report.ts';
import { formatConsole } from '../verify/report/format-console.ts';
import { formatJson } from '../verify/report/format-json.ts';
import { createOperationLocator } from '../verify/report/locate-operation.ts';
import { showProgress } from '../verify/report/progress.ts';
import { ReportError } from '../verify/report/report-error.ts';
import { type ReportTarget, readReportTargets } from '../verify/report/report-target.ts';
import { writeReports } from '../verify/report/write-reports.ts';
import { ConnectionError } from '../verify/send/connection-error.ts';
import type { VerifyOptions } from '../verify/session/verify-options.ts';
import { readSettings, type VerifySettings } from '../verify/settings/read-settings.ts';
import { SettingsError } from '../verify/settings/settings-error.ts';
import { verifyServer } from '../verify/verify-server.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { requireProject } from './open-project.ts';
import { UsageError } from './usage-error.ts';
import type { VerifyCommandOptions } from './verify-options.ts';
import { writeServerCoverage } from './write-server-coverage.ts';

/** `verify`: asks servers whether they keep their contracts. Returns 1 where one does not. */
export async function runVerify(
  options: VerifyCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  try {
    return await verifyAll(options, environment);
  } catch (error) {
    const isExpected = [ConnectionError, SettingsError, ReportError].some(
      (kind) => error instanceof kind,
    );
    if (isExpected && error instanceof Error) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

async function verifyAll(
  options: VerifyCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { stderr, say, events, env } = environment;
  const reportTargets = readReportTargets(options.report ?? []);
  const chosen = await chooseApis(options.targets, () => requireProject(environment));
  const runs = chosen.apis
    .map((api) => ({ api, settings: readSettings(api.name, api.verify, env) }))
    .filter(
      ({ settings }) => options.url !== undefined || settings.url !== undefined || !chosen.isWhole,
    );
  refuseUnclear(runs, options);
  if (options.deep === true && options.write !== true) {
    throw new UsageError(
      '--deep changes data on the server: expected --write as well, found none.',
    );
  }
  const end = new AbortController();
  const stop = () => end.abort();
  for (const signal of ['SIGINT', 'SIGTERM']) events.once(signal, stop);
  const progress = options.json ? undefined : showProgress({ stream: streamOf(stderr) });
  const contracts = new Map<string, Contract>();
  const reports: VerifyReport[] = [];
  try {
    for (const { api, settings } of runs) {
      const contract = await load(api, options, say);
      contracts.set(api.name, contract);
      refuseUnknownSchemes(
        contract,
        Object.keys({ ...settings.credentials, ...options.credential }),
      );
      const onProgress = ({
        done,
        all,
        requests,
        findings,
      }: {
        done: number;
        all: number;
        requests: number;
        findings: number;
      }) => progress?.update({ api: api.name, done, operations: all, requests, findings });
      reports.push(
        await verifyServer(
          {
            api: api.name,
            contract,
            signIn: settings.signIn,
            workflows: options.workflows === false ? [] : chosen.workflows,
            isDeep: options.deep === true,
            onProgress,
          },
          toVerifyOptions(options, settings, end.signal),
        ),
      );
      if (end.signal.aborted) break;
    }
  } finally {
    progress?.end();
    for (const signal of ['SIGINT', 'SIGTERM']) events.off(signal, stop);
  }
  await report(reports, contracts, reportTargets, options, environment);
  if (options.coverage !== undefined) writeServerCoverage(options.coverage, reports, contracts);
  return isGood(reports, options) ? 0 : 1;
}

function refuseUnclear(
  runs: readonly { readonly api: ProjectApi; readonly settings: VerifySettings }[],
  { url }: VerifyCommandOptions,
): void {
  if (runs.length === 0) {
    throw new UsageError(
      'Expected the URL of a server, found none. Give --url, or "verify: {url}" under x-share-contracts in redocly.yaml.',
    );
  }
  const [without] = runs.filter(({ settings }) => settings.url === undefined);
  if (url === undefined && without !== undefined) {
    throw new UsageError(
      `Expected the URL of a server of ${without.api.name}, found none. Give --url, or "verify: {url}" under x-share-contracts in redocly.yaml.`,
    );
  }
  if (url !== undefined && runs.length > 1) {
    const names = runs.map(({ api }) => api.name).join(', ');
    throw new UsageError(`--url is for one API, but there are several: ${names}. Name one.`);
  }
}

async function load(
  { contract, isStrict }: ProjectApi,
  { allowRemote }: VerifyCommandOptions,
  say: CliEnvironment['say'],
) {
  return loadContract(contract, { allowRemote, onFlaws: isStrict ? undefined : say });
}

function refuseUnknownSchemes({ operations }: Contract, names: readonly string[]): void {
  const known = [
    ...new Set(operations.flatMap(({ security }) => security.flat()).map(({ name }) => name)),
  ];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(`--credential: ${describeUnknownName('security scheme', unknown, known)}`);
}

function toVerifyOptions(
  options: VerifyCommandOptions,
  settings: VerifySettings,
  signal: AbortSignal,
): VerifyOptions {
  const { maxRequests, maxTime, rate, slow } = options;
  return {
    url: readUrl(options.url ?? settings.url ?? ''),
    headers: { ...settings.headers, ...options.header },
    credentials: { ...settings.credentials, ...options.credential },
    values: { ...settings.set, ...options.set },
    isWriting: options.write ?? settings.write ?? false,
    withAssumed: options.assumed === true,
    seed: options.seed,
    runs: options.runs,
    timeout: options.timeout,
    maxBytes: options.maxBytes,
    concurrency: options.concurrency,
    insecure: options.insecure === true,
    signal,
    ...(maxRequests !== undefined && { maxRequests }),
    ...(maxTime !== undefined && { maxTime }),
    ...(rate !== undefined && { rate }),
    ...(slow !== undefined && { slow }),
  };
}

/** The base path of the contract is part of the URL, so that a proxy may have another. */
function readUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `--url: expected a URL such as http://localhost:8080/v1, found "${text}".`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError(
      '--url: expected no credentials in it. Give them by --header or --credential.',
    );
  }
  return url.origin + url.pathname.replace(/\/$/, '');
}

async function report(
  reports: readonly VerifyReport[],
  contracts: ReadonlyMap<string, Contract>,
  targets: readonly ReportTarget[],
  { json = false }: VerifyCommandOptions,
  { stdout, env }: CliEnvironment,
): Promise<void> {
  const { columns = 100, isTTY = false } = streamOf(stdout);
  stdout.write(
    json
      ? formatJson(reports)
      : formatConsole(reports, { width: columns, color: isTTY && env.NO_COLOR === undefined }),
  );
  const locate = createOperationLocator(contracts);
  await writeReports(reports, targets, { locate, stdout, env });
}

/** A server of which no operation could be asked has proved nothing. */
function isGood(
  reports: readonly VerifyReport[],
  { errorOnWarnings = false }: VerifyCommandOptions,
): boolean {
  return reports.every(
    ({ findings, operations, stopped }) =>
      stopped === undefined &&
      operations.some(({ state }) => state === 'met') &&
      !operations.some(({ state }) => state === 'absent') &&
      findings.every(({ finding: { severity } }) => severity === 'warning' && !errorOnWarnings),
  );
}

function streamOf(
  stream: CliEnvironment['stdout'],
): CliEnvironment['stdout'] & { readonly isTTY?: boolean; readonly columns?: number } {
  return stream;
}
