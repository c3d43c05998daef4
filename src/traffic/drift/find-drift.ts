import { readFile } from 'node:fs/promises';
import type { Contract } from '../../contract/model/contract.ts';
import type { ContractError } from '../../contract/model/contract-error.ts';
import { formatPlace, isUrl } from '../../contract/model/place.ts';
import { createSchemaResolver } from '../../contract/model/resolve-schema.ts';
import { createExchangeCheck } from '../check-exchange.ts';
import type { Exchange } from '../exchange.ts';
import { keyOf, type SeenCause } from './cause.ts';
import { chooseExchanges } from './choose-exchanges.ts';
import { findCause } from './find-cause.ts';
import type { Finding } from './finding.ts';
import { type Group, groupFindings } from './group-findings.ts';
import type { Dialect } from './infer-schema.ts';
import { listFindings } from './list-findings.ts';
import { widenContract } from './widen-contract.ts';
import type { Widening } from './widen-keyword.ts';
import { writePatch } from './write-patch.ts';

/** Smallest change of the contract that admits what a group is of. */
export interface ProposedChange {
  /** `add "c" to enum`. */
  readonly words: string;
  /** `openapi.yaml:33:9`. */
  readonly place: string;
  /** For `git apply`. */
  readonly patch: string;
}

/** Findings of one operation, place and rule, with the change that would admit them. */
export interface DriftGroup extends Group {
  readonly change: ProposedChange | undefined;
}

/** What of recorded traffic does not fit a contract. */
export interface Drift {
  readonly exchanges: number;
  /** Exchanges with other hosts, which are not looked at. */
  readonly ofOthers: number;
  readonly unanswered: number;
  /** Messages with a body that the archive does not have. */
  readonly unreadBodies: number;
  readonly groups: readonly DriftGroup[];
  /** All changes, for `git apply`; empty if there are none. */
  readonly patch: string;
}

export interface DriftOptions {
  readonly contract: Contract;
  readonly exchanges: readonly Exchange[];
  /** URL of the server, if it is known. */
  readonly server: string | undefined;
  /** Folder in which patches are applied. */
  readonly root: string;
  readonly onUncompilable: (error: ContractError) => void;
}

/** Finds what does not fit a contract in recorded traffic, grouped, with the smallest change that would admit it. */
export async function findDrift(options: DriftOptions): Promise<Drift> {
  const { contract, exchanges, server, root, onUncompilable } = options;
  // 1. What went to the API.
  const { chosen, ...others } = chooseExchanges(exchanges, contract, server);
  // 2. What does not fit, one by one.
  const check = createExchangeCheck(contract, onUncompilable);
  const resolve = createSchemaResolver(contract.document);
  const findings: Finding[] = [];
  for (const { exchange, roots } of chosen) {
    findings.push(...listFindings(exchange, await check(exchange, roots), resolve));
  }
  // 3. What of the contract it is about; groups of several operations may have one cause.
  const causes = findCauses(contract, findings);
  const dialect = await readDialect(contract);
  const widenings = new Map<string, Widening | undefined>();
  for (const [key, seen] of causes) widenings.set(key, widenContract(contract, seen, dialect));
  // 4. The changes.
  const groups = groupFindings(findings).map(async (group): Promise<DriftGroup> => {
    const keys = new Set(group.findings.flatMap((finding) => keyOfFinding(contract, finding)));
    const found = [...keys].flatMap((key) => widenings.get(key) ?? []);
    const isWhole = found.length > 0 && found.length === keys.size;
    return { ...group, change: isWhole ? await propose(contract, found, root) : undefined };
  });
  const proposed = await Promise.all(groups);
  const edits = [...widenings.values()].flatMap((widening) => widening?.edits ?? []);
  return {
    exchanges: chosen.length,
    ...others,
    unreadBodies: chosen
      .flatMap(({ exchange: { request, response } }) => [request, response])
      .filter(({ isUnknown }) => isUnknown).length,
    groups: proposed,
    patch:
      (await writePatch(contract, edits, root)) ??
      proposed.map(({ change }) => change?.patch).join(''),
  };
}

function findCauses(contract: Contract, findings: readonly Finding[]): Map<string, SeenCause> {
  const causes = new Map<string, SeenCause & { readonly findings: Finding[] }>();
  for (const finding of findings) {
    const cause = findCause(contract, finding);
    if (cause === undefined) continue;
    const key = keyOf(cause);
    const known = causes.get(key);
    if (known === undefined) causes.set(key, { cause, findings: [finding] });
    else known.findings.push(finding);
  }
  return causes;
}

function keyOfFinding(contract: Contract, finding: Finding): string[] {
  const cause = findCause(contract, finding);
  return cause === undefined ? [''] : [keyOf(cause)];
}

async function propose(
  contract: Contract,
  widenings: readonly Widening[],
  root: string,
): Promise<ProposedChange | undefined> {
  const edits = widenings.flatMap((widening) => widening.edits);
  const [first] = edits;
  const patch = await writePatch(contract, edits, root);
  if (first === undefined || patch === undefined) return undefined;
  const place = formatPlace(await contract.locate(first.at));
  return { words: widenings.map(({ words }) => words).join(', '), place, patch };
}

/** Reads the version in which the contract is written, since a loaded one is of the latest. */
async function readDialect({ files: [entry = ''] }: Contract): Promise<Dialect> {
  if (entry === '' || isUrl(entry)) return '3.1';
  const text = await readFile(entry, 'utf8');
  if (/(?:^|[\s{,])["']?swagger["']? {0,4}: {0,4}["']?2\.0/.test(text)) return '2.0';
  return /(?:^|[\s{,])["']?openapi["']? {0,4}: {0,4}["']?3\.0/.test(text) ? '3.0' : '3.1';
}
