import type { Contract } from '../../contract/model/contract.ts';
import type { Finding } from '../model/finding.ts';
import { type Gateway, type GatewayFetch, type LostRequest, openGateway } from './open-gateway.ts';
import { type ArazzoOutline, readSources } from './read-sources.ts';
import type { RespectStep } from './respect-report.ts';
import { runRespect } from './run-respect.ts';
import { toFinding } from './step-finding.ts';

/** Workflows, and the servers that they run against. */
export interface WorkflowsOptions {
  /** Absolute paths of Arazzo files. */
  readonly files: readonly string[];
  /** Base URLs of the servers by the name that an Arazzo file gives to their description. */
  readonly servers: Readonly<Record<string, string>>;
  /** Sends each request, without following redirects; absent: HTTP. */
  readonly fetch?: GatewayFetch;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Tells secrets of the API in what is reported. */
  readonly contract?: Contract;
  /** Milliseconds of one request. */
  readonly timeout?: number;
  readonly signal?: AbortSignal;
}

/** What became of the workflows. */
export interface WorkflowsResult {
  readonly steps: readonly WorkflowStep[];
  readonly findings: readonly Finding[];
  /** What could not be run, in sentences. */
  readonly notes: readonly string[];
}

export interface WorkflowStep {
  readonly file: string;
  readonly workflow: string;
  readonly step: string;
  readonly isPassed: boolean;
  readonly milliseconds: number;
}

/** Longest time of one request in milliseconds, unless it is given. */
const TIMEOUT = 30_000;

/**
 * Runs the workflows of Arazzo files by Respect, https://redocly.com/docs/cli/commands/respect. They change data on the servers.
 *
 * No host but those of `servers` is asked. Throws WorkflowsError where a file cannot be run, what `fetch` throws, save
 * AnswerError, and the reason of the signal.
 */
export async function runWorkflows(options: WorkflowsOptions): Promise<WorkflowsResult> {
  const { files, servers, fetch = (request) => globalThis.fetch(request) } = options;
  // 1. Open what all requests go through.
  const gateway = await openGateway(Object.values(servers), fetch);
  try {
    const results: WorkflowsResult[] = [];
    for (const file of files) results.push(await runFile(file, gateway, options));
    return {
      steps: results.flatMap(({ steps }) => steps),
      findings: results.flatMap(({ findings }) => findings),
      notes: results.flatMap(({ notes }) => notes),
    };
  } finally {
    gateway.close();
  }
}

async function runFile(
  file: string,
  gateway: Gateway,
  options: WorkflowsOptions,
): Promise<WorkflowsResult> {
  const { contract, inputs = {}, timeout = TIMEOUT, signal } = options;
  // 2. Leave out what needs a server that is not there.
  const { workflows, notes } = planRun(await readSources(file), options.servers);
  if (workflows.length === 0) return { steps: [], findings: [], notes };
  const servers = Object.fromEntries(
    Object.entries(options.servers).map(([name, url]) => [name, gateway.nameServer(url)]),
  );
  const before = gateway.lost.length;
  // 3. Run the rest, until it is done or nothing more can be asked.
  const stop = new AbortController();
  const signals = signal === undefined ? [stop.signal] : [stop.signal, signal];
  gateway.broken.catch((error: unknown) => stop.abort(error));
  const run = { file, workflows, servers, proxy: gateway.url, inputs, timeout };
  const steps = await runRespect({ ...run, signal: AbortSignal.any(signals) });
  // 4. Say what failed; what asks another host was not run.
  const lost = gateway.lost.slice(before);
  const failed = steps
    .filter(({ status = 'success' }) => status !== 'success')
    // A step without an answer has no URL either.
    .map((step) => ({ step, lost: step.response?.statusCode ? undefined : lost.shift() }));
  const isStrange = ({ step, lost: request }: FailedStep) => {
    const url = request?.url ?? step.request?.url ?? '';
    return URL.canParse(url) && !gateway.isKnown(url);
  };
  return {
    steps: steps.map((step) => ({
      file,
      workflow: step.workflowId,
      step: step.stepId,
      isPassed: !failed.some((one) => one.step === step),
      milliseconds: step.totalTimeMs ?? 0,
    })),
    findings: failed
      .filter((one) => !isStrange(one))
      .map((one) => toFinding(one.step, one.lost, contract)),
    notes: [...notes, ...failed.filter(isStrange).map(noteStrange)],
  };
}

/** Step that failed, and the request that it got no answer to. */
interface FailedStep {
  readonly step: RespectStep;
  readonly lost: LostRequest | undefined;
}

function planRun(
  { workflows }: ArazzoOutline,
  servers: Readonly<Record<string, string>>,
): { readonly workflows: string[]; readonly notes: string[] } {
  const plans = workflows.map(({ id, sources }) => ({
    id,
    missing: sources.filter((name) => !Object.hasOwn(servers, name)),
  }));
  return {
    workflows: plans.filter(({ missing }) => missing.length === 0).map(({ id }) => id),
    notes: plans
      .filter(({ missing }) => missing.length > 0)
      .map(
        ({ id, missing }) =>
          `Workflow ${id} was not run: it needs a server of ${missing.join(', ')}.`,
      ),
  };
}

function noteStrange({ step: { workflowId, stepId, request }, lost }: FailedStep): string {
  const host = URL.parse(lost?.url ?? request?.url ?? '')?.host ?? 'another host';
  return `Workflow ${workflowId} ended at step ${stepId}: it asks ${host}, which is none of the servers of this run.`;
}
