import { readOperations } from '../../../src/contract/load/read-operations.ts';
import type { Contract } from '../../../src/contract/model/contract.ts';
import { listMutants, type Mutant, mutate } from './list-mutants.ts';
import { type Described, describePart, digest, listParts } from './list-parts.ts';

/** Which of the mutants of a contract are tried: each n-th one, from a first one on. */
export interface Share {
  readonly first: number;
  readonly step: number;
}

/** Number of mutants that were tried, and those after which a proof sends the same. */
export interface Tried {
  readonly all: number;
  readonly survivors: readonly string[];
}

/** Loosens constraints of copies of a contract, one at a time, and finds those that change nothing that a proof sends. */
export async function findSurvivors(contract: Contract, { first, step }: Share): Promise<Tried> {
  const known: Described[] = [];
  for (const part of listParts(contract)) known.push(await describePart(contract, part));
  const mutants = listMutants(contract.document).filter((_, index) => index % step === first);
  const survivors: string[] = [];
  for (const mutant of mutants) {
    if (!(await isSeen(contract, known, mutant)))
      survivors.push(`#${mutant.pointer} ${mutant.what}`);
  }
  return { all: mutants.length, survivors };
}

async function isSeen(
  contract: Contract,
  known: readonly Described[],
  mutant: Mutant,
): Promise<boolean> {
  const document = mutate(contract.document, mutant);
  const changed: Contract = {
    ...contract,
    document,
    operations: readOperations(document, 'paths'),
    webhooks: readOperations(document, 'webhooks'),
  };
  const parts = new Map(listParts(changed).map((part) => [part.label, part]));
  if (parts.size !== known.length || known.some(({ part }) => !parts.has(part.label))) return true;
  const concerned = findConcerned(known, mutant.pointer);
  // Most mutants change the rules of their own schema, which are a small share of all.
  const isOwn = (pointer: string) => pointer === mutant.pointer;
  const nearest = concerned.filter(({ pointers }) => pointers.has(mutant.pointer)).slice(0, 1);
  for (const isWanted of [isOwn, undefined]) {
    for (const { part, lines } of isWanted === undefined ? concerned : nearest) {
      const now = parts.get(part.label);
      if (now === undefined) return true;
      const { lines: other } = await describePart(changed, now, isWanted);
      if (digest(other, isWanted) !== digest(lines, isWanted)) return true;
    }
  }
  return false;
}

/** Parts that reach a place in the document, those with a rule of it first, then the smallest. */
function findConcerned(known: readonly Described[], pointer: string): Described[] {
  const isNear = (one: string) =>
    pointer === one || pointer.startsWith(`${one}/`) || one.startsWith(`${pointer}/`);
  const rank = ({ pointers }: Described) => (pointers.has(pointer) ? 0 : 1);
  return known
    .filter(({ reached }) => reached.some(isNear))
    .toSorted((one, other) => rank(one) - rank(other) || one.lines.length - other.lines.length);
}
