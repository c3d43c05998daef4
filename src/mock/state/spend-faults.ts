import type { Fault } from './fault.ts';

/** Counts down the faults that struck, of those that have a number of times; leaves out those that have none left. */
export function spendFaults(faults: readonly Fault[], struck: readonly Fault[]): readonly Fault[] {
  return faults.flatMap((fault) => {
    const { times } = fault;
    if (times === undefined || !struck.includes(fault)) return [fault];
    return times > 1 ? [{ ...fault, times: times - 1 }] : [];
  });
}
