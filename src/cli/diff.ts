import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { styleText } from 'node:util';
import { loadContract } from '../contract/load/load-contract.ts';
import type { Contract } from '../contract/model/contract.ts';
import { ContractError } from '../contract/model/contract-error.ts';
import { isUrl } from '../contract/model/place.ts';
import { type ApiDiff, countRatings, isFailing } from '../diff/api-diff.ts';
import { diffContracts } from '../diff/diff-contracts.ts';
import { findGone } from '../diff/find-gone.ts';
import type { Rating } from '../diff/rating.ts';
import { formatGithub } from '../diff/report/format-github.ts';
import { formatJson } from '../diff/report/format-json.ts';
import { formatMarkdown } from '../diff/report/format-markdown.ts';
import { formatTerminal } from '../diff/report/format-terminal.ts';
import { DiffError } from '../diff/source/diff-error.ts';
import { openRef, type RefFiles } from '../diff/source/open-ref.ts';
import { readUses, type Uses } from '../diff/source/read-coverage.ts';
import { readRoots } from '../diff/source/read-roots.ts';
import type { Project, ProjectApi } from '../project/project.ts';
import { readKind } from '../project/read-kind.ts';
import { countNoun } from '../text/count-noun.ts';
import { chooseApis } from './choose-apis.ts';
import type { CliEnvironment } from './cli-environment.ts';
import { requireProject } from './open-project.ts';
import { UsageError } from './usage-error.ts';

export type DiffFormat = 'terminal' | 'markdown' | 'github' | 'json';

export interface DiffCommandOptions {
  /** Git ref, or the file of the version before. */
  readonly base: string;
  /** File of the version after; without it, APIs of the project. */
  readonly revision?: string | undefined;
  /** Names of APIs; none for all of the project. */
  readonly api?: readonly string[];
  readonly format?: DiffFormat;
  readonly json?: boolean;
  /** Least of what changes mean for consumers that fails. */
  readonly failOn?: Rating | 'none';
  /** Files or folders of coverage. */
  readonly coverage?: readonly string[];
  readonly allowRemote?: boolean;
}

/** What every comparison of a run has. */
interface Run {
  readonly load: (file: string) => Promise<Contract>;
  readonly uses: Uses;
  readonly signal: AbortSignal;
  readonly say: CliEnvironment['say'];
}

type Named = Pick<ProjectApi, 'name' | 'contract'>;

const COLOURS = { breaking: 'red', risky: 'yellow', safe: 'green' } as const;

/** `diff`: compares contracts with those of a git ref or with a file. Returns 1 where a change fails, 130 when interrupted. */
export async function runDiff(
  options: DiffCommandOptions,
  environment: CliEnvironment,
): Promise<number> {
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  const signals = ['SIGINT', 'SIGTERM'];
  for (const signal of signals) environment.events.once(signal, interrupt);
  try {
    return await compare(options, environment, interruption.signal);
  } catch (error) {
    if (interruption.signal.aborted) return 130;
    if (error instanceof DiffError) throw new UsageError(error.message, { cause: error });
    throw error;
  } finally {
    for (const signal of signals) environment.events.off(signal, interrupt);
  }
}

async function compare(
  options: DiffCommandOptions,
  environment: CliEnvironment,
  signal: AbortSignal,
): Promise<number> {
  const { stdout, say } = environment;
  const { json = false, failOn = 'breaking' } = options;
  const diffs = await diffVersions(options, environment, signal);
  const format = json ? 'json' : (options.format ?? 'terminal');
  stdout.write(
    write(diffs, format, (rating, text) => styleText(COLOURS[rating], text, { stream: stdout })),
  );
  say(summarise(diffs));
  return failOn !== 'none' && isFailing(diffs, failOn) ? 1 : 0;
}

/** Compares the versions that are named. Throws UsageError for names that lead to none. */
export async function diffVersions(
  options: DiffCommandOptions,
  environment: Pick<CliEnvironment, 'say' | 'findProject'>,
  signal: AbortSignal,
): Promise<readonly ApiDiff[]> {
  const { say } = environment;
  const { base, coverage = [], allowRemote } = options;
  if (base.trim() === '') {
    throw new UsageError(
      'Expected a git ref or the path of a file, found an empty text, as of an unset variable.',
    );
  }
  const load = (file: string) => loadContract(file, { allowRemote, onFlaws: say });
  const run: Run = { load, uses: readUses(coverage), signal, say };
  const isFile = isUrl(base) || existsSync(base);
  return isFile ? [await diffFile(options, environment, run)] : diffRef(options, environment, run);
}

/** Compares a file with another one, or with an API of the project. */
async function diffFile(
  { base, revision, api: names = [] }: DiffCommandOptions,
  environment: Pick<CliEnvironment, 'findProject'>,
  { load, uses, signal }: Run,
): Promise<ApiDiff> {
  const [api, ...others] = await chooseNamed(revision, names, environment);
  if (api === undefined || others.length > 0) {
    throw new UsageError(
      `Expected one version to compare ${base} with, found ${others.length + 1} APIs. Name a file behind it, or one API with --api.`,
    );
  }
  const [before, after] = [await load(base), await load(api.contract)];
  return diffContracts({ api: api.name, base, before, after, uses, signal });
}

/** Compares APIs with the same files at a git ref. */
async function diffRef(
  { base, revision, api: names = [] }: DiffCommandOptions,
  environment: Pick<CliEnvironment, 'findProject'>,
  run: Run,
): Promise<ApiDiff[]> {
  const project = revision === undefined ? await requireProject(environment) : undefined;
  const chosen = await chooseNamed(revision, names, environment, project);
  const apis = chosen.filter(({ name, contract }) => {
    if (isUrl(contract))
      run.say(`${name} is at ${contract}, which is in no repository, so it is left out.`);
    return !isUrl(contract);
  });
  const root = project?.root ?? process.cwd();
  const files = [...apis.map(({ contract }) => contract), ...(project ? [project.file] : [])];
  using ref = await openRef(base, files, { folder: root, signal: run.signal });
  const former = project && (await readAt(base, ref, () => readRoots(ref.pathOf(project.file))));
  const diffs: ApiDiff[] = [];
  for (const api of apis) {
    const diff = await diffApi(api, base, ref, former, run);
    if (diff !== undefined) diffs.push(diff);
  }
  const gone =
    names.length > 0
      ? []
      : [...(former ?? [])].filter(([name]) => !chosen.some((api) => api.name === name));
  for (const [name, file] of gone) {
    // Registries list workflows as well.
    const isApi = existsSync(file) && (await readKind(file)) === 'api';
    if (isApi) diffs.push(findGone(name, base, await loadAt(base, ref, run, file)));
  }
  return diffs;
}

async function diffApi(
  { name, contract }: Named,
  base: string,
  ref: RefFiles,
  former: ReadonlyMap<string, string> | undefined,
  run: Run,
): Promise<ApiDiff | undefined> {
  const file = former?.get(name) ?? ref.pathOf(contract);
  if (!existsSync(file)) {
    run.say(`${name} is new since ${base}: there is no ${base}:${ref.nameOf(file) ?? file}.`);
    return undefined;
  }
  const after = await run.load(contract);
  const before = await loadAt(base, ref, run, file);
  const diff = await diffContracts({
    api: name,
    base,
    before,
    after,
    uses: run.uses,
    signal: run.signal,
  });
  return {
    ...diff,
    changes: diff.changes.map((change) => ({
      ...change,
      former: change.former && nameFormer(change.former),
    })),
  };

  function nameFormer<T extends { readonly source: string }>(place: T): T {
    const path = ref.nameOf(place.source);
    return path === undefined ? place : { ...place, source: `${base}:${path}` };
  }
}

/** Loads a file of the ref. */
async function loadAt(base: string, ref: RefFiles, run: Run, file: string): Promise<Contract> {
  run.signal.throwIfAborted();
  const onFlaws = (message: string) => run.say(renameFiles(message, base, ref));
  return await readAt(base, ref, () => loadContract(file, { onFlaws }));
}

/** Reads a file of the ref, which may be broken there. */
async function readAt<T>(base: string, ref: RefFiles, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    const message = renameFiles(error.message, base, ref);
    throw new DiffError(`${message}\nCompare with another ref, where it is whole.`, {
      cause: error,
    });
  }
}

/** Names files of the ref as git does, `main:openapi.yaml`; messages have them relative to the working directory. */
function renameFiles(message: string, base: string, { folder }: RefFiles): string {
  const names = [folder, relative(process.cwd(), folder)];
  return names.reduce((text, name) => text.replaceAll(`${name}/`, `${base}:`), message);
}

async function chooseNamed(
  revision: string | undefined,
  names: readonly string[],
  environment: Pick<CliEnvironment, 'findProject'>,
  project?: Project,
): Promise<readonly Named[]> {
  if (revision !== undefined && names.length > 0) {
    throw new UsageError('Expected a file or --api, found both. Leave out one of them.');
  }
  if (revision !== undefined && !isUrl(revision) && !existsSync(revision)) {
    throw new UsageError(`Expected a file, found no ${resolve(revision)}.`);
  }
  const targets = revision === undefined ? names : [revision];
  const { apis } = await chooseApis(targets, async () => project ?? requireProject(environment));
  return apis;
}

function write(
  diffs: readonly ApiDiff[],
  format: DiffFormat,
  paint: Parameters<typeof formatTerminal>[1],
): string {
  switch (format) {
    case 'json':
      return formatJson(diffs);
    case 'markdown':
      return formatMarkdown(diffs);
    case 'github':
      return formatGithub(diffs);
    case 'terminal':
      return formatTerminal(diffs, paint);
  }
}

function summarise(diffs: readonly ApiDiff[]): string {
  const { breaking, risky, safe } = countRatings(diffs);
  const compared = `Compared ${countNoun(diffs.length, 'API')}`;
  if (breaking + risky + safe === 0) return `${compared}. Nothing has changed.`;
  return `${compared}: ${countNoun(breaking, 'change')} that ${breaking === 1 ? 'breaks' : 'break'} consumers, ${risky} risky, ${safe} safe.`;
}
