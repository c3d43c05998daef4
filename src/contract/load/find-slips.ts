import type { Contract, Operation } from '../model/contract.ts';
import type { Slip } from './tolerance.ts';

/** Finds what is wrong with operations that can be served all the same. */
export function findSlips({ operations, webhooks }: Contract): Slip[] {
  return [...findTwins([...operations, ...webhooks]), ...operations.flatMap(findSilence)];
}

/** Operations are named by their ids, so that of two with one id the second cannot be named. */
function findTwins(operations: readonly Operation[]): Slip[] {
  const groups = [...Map.groupBy(operations, ({ id }) => id).values()];
  return groups.flatMap(([, ...twins]) =>
    twins.map(({ id, pointer }) => ({
      pointer: `${pointer}/operationId`,
      problem: `expected an operationId of its own, found "${id}" again.`,
      remedy: 'Rename one of them.',
    })),
  );
}

function findSilence({ pointer, responses, flaw }: Operation): Slip[] {
  if (flaw !== undefined || responses.length > 0) return [];
  const problem = 'expected "responses", found none.';
  return [{ pointer, problem, remedy: 'Add a response, with which the operation can answer.' }];
}
