import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Defect } from '../contract/defects/defect.ts';
import { describeFormats } from '../contract/defects/describe-formats.ts';
import {
  type Check,
  dropConsequences,
  findDefects,
  listChecks,
} from '../contract/defects/find-defects.ts';
import { findOperationDefects } from '../contract/defects/find-operation-defects.ts';
import { findSchemaDefects } from '../contract/defects/find-schema-defects.ts';
import { findSlowPatterns } from '../contract/defects/find-slow-patterns.ts';
import { formatDefects } from '../contract/defects/format-defects.ts';
import type { Contract } from '../contract/model/contract.ts';
import { ContractError } from '../contract/model/contract-error.ts';
import type { CliEnvironment } from './cli-environment.ts';

/** Lines of one report that are read rather than scrolled past. */
const MAX_LINES = 20;
/** Checks that cost little enough to be done beside serving: some seconds and 100 MB at most. */
const MAX_CHECKS = 2000;
/** Longest time in milliseconds for which checks keep a request waiting, a large schema apart. */
const SLICE = 10;

type Say = CliEnvironment['say'];

export interface ContractCheck {
  /** Takes as little time as a start may; throws ContractError for a contract that is not to be served. */
  readonly checkFirst: (contract: Contract) => Promise<void>;
  /** Does the rest beside serving; throws ContractError in the same case. */
  readonly checkBeside: (contract: Contract) => Promise<void>;
}

export interface CheckOptions {
  /** Whether contracts are of this package, which are refused for any defect; others are warned of. */
  readonly isOwn: boolean;
  /** Whether everything is checked first, and any defect refused. */
  readonly isStrict: boolean;
}

/** Makes the check of what contracts cannot enforce and of examples that break them. */
export function createContractCheck({ isOwn, isStrict }: CheckOptions, say: Say): ContractCheck {
  if (isStrict) {
    const checkFirst = isOwn ? refuseDefects : (contract: Contract) => refuseOthers(contract, say);
    return { checkFirst, checkBeside: async () => {} };
  }
  if (isOwn) return { checkFirst: refuseSchemaDefects, checkBeside: refuseBesideServing };
  return { checkFirst: async () => {}, checkBeside: warnBesideServing };

  async function refuseBesideServing(contract: Contract): Promise<void> {
    try {
      await refuseDefectsBesideServing(contract);
    } catch (error) {
      if (error instanceof ContractError) throw error;
      sayFailure(contract, error, say);
    }
  }

  async function warnBesideServing(contract: Contract): Promise<void> {
    try {
      await warnOfDefects(contract, say);
    } catch (error) {
      sayFailure(contract, error, say);
    }
  }
}

/** A check that fails, rather than finding something, is a defect of ours, and ends no server. */
function sayFailure({ file }: Contract, error: unknown, say: Say): void {
  say(`${file} is served, but could not be checked:`);
  say(error);
}

async function refuseDefects(contract: Contract): Promise<void> {
  await refuse(contract, findDefects(contract));
}

/** The same, where schemas alone already show a defect: it takes milliseconds for a contract without one. */
async function refuseSchemaDefects(contract: Contract): Promise<void> {
  if (findSchemaDefects(contract.document).length > 0) await refuseDefects(contract);
}

/** Refuses the defects of a file of somebody else's but formats that are no standard, which are common. */
async function refuseOthers(contract: Contract, say: Say): Promise<void> {
  await refuse(contract, await sayFormats(contract, findDefects(contract), say));
  await warn(contract, findSlowPatterns(contract.document), say);
}

/** Says in one line which formats are not checked, and gives all other defects. */
async function sayFormats(
  contract: Contract,
  defects: readonly Defect[],
  say: Say,
): Promise<readonly Defect[]> {
  const { formats = [], others = [] } = Object.groupBy(defects, ({ kind }) =>
    kind === 'format' ? 'formats' : 'others',
  );
  const line = await describeFormats(contract, formats);
  if (line !== undefined) say(line);
  return others;
}

/** What is left to do once the schemas have shown no defect. */
async function refuseDefectsBesideServing(contract: Contract): Promise<void> {
  await refuse(contract, await runBesideServing(listChecks(contract, [])));
}

async function refuse(contract: Contract, defects: readonly Defect[]): Promise<void> {
  if (defects.length > 0) throw new ContractError(await formatDefects(contract, defects));
}

async function warnOfDefects(contract: Contract, say: Say): Promise<void> {
  const cheap = findSchemaDefects(contract.document);
  const others = await sayFormats(contract, cheap, say);
  await warn(contract, [...findOperationDefects(contract), ...others], say);
  await warn(contract, findSlowPatterns(contract.document), say);
  const checks = listChecks(contract, cheap);
  if (checks.length <= MAX_CHECKS) {
    await warn(contract, dropConsequences(cheap, await runBesideServing(checks)), say);
    return;
  }
  say(
    `${contract.file}: ${checks.length} schemas and their examples are too many to check beside serving. Check them first with --strict.`,
  );
}

async function warn(contract: Contract, defects: readonly Defect[], say: Say): Promise<void> {
  if (defects.length === 0) return;
  const report = await formatDefects(contract, defects, MAX_LINES);
  say(`Warnings for ${contract.file}, which is served all the same:\n${report}`);
}

async function runBesideServing(checks: readonly Check[]): Promise<Defect[]> {
  const defects: Defect[] = [];
  let end = performance.now() + SLICE;
  for (const check of checks) {
    defects.push(...check());
    if (performance.now() < end) continue;
    await waitUntilIdle();
    end = performance.now() + SLICE;
  }
  return defects;
}

/** Lets requests go first: whoever sends many does not want to share the processor. */
async function waitUntilIdle(): Promise<void> {
  let utilization = 1;
  while (utilization > 0.5) {
    const before = performance.eventLoopUtilization();
    await sleep(5, undefined, { ref: false });
    utilization = performance.eventLoopUtilization(before).utilization;
  }
}
