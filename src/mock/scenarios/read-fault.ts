import type { Contract } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { Delay, Fault, FaultOutcome } from '../state/fault.ts';

type Fail = (pointer: string, expected: string, found: unknown) => Error;

const OUTCOMES: readonly FaultOutcome[] = ['error', 'reset', 'truncate'];
const MEMBERS = ['operation', 'rate', 'delay', 'outcome'];
/** Ten minutes in milliseconds. */
const MAX_DELAY = 600_000;
const MAX_TIMES = 1_000_000;

/** Parses a fault of a scenario file; throws the error that `fail` creates if it is invalid. */
export function readFault(value: unknown, { operations }: Contract, fail: Fail): Fault {
  const fault = readAnyFault(value, MEMBERS, fail);
  const known = operations.map(({ id }) => id);
  if (fault.operation !== undefined && !known.includes(fault.operation)) {
    throw fail('/operation', `one of ${known.join(', ')}`, fault.operation);
  }
  return fault;
}

/** Parses a fault of a sandbox, which may name an API; names are not looked up. Throws the error that `fail` creates. */
export function readSandboxFault(value: unknown, fail: Fail): Fault {
  return readAnyFault(value, ['api', ...MEMBERS, 'times'], fail);
}

function readAnyFault(value: unknown, members: readonly string[], fail: Fail): Fault {
  if (!isJsonObject(value)) throw fail('', 'a fault', value);
  const unknown = Object.keys(value).find((member) => !members.includes(member));
  if (unknown !== undefined) throw fail(`/${unknown}`, `one of ${members.join(', ')}`, unknown);
  const { api, operation, rate, times, delay, outcome } = value;
  if (api !== undefined && typeof api !== 'string') throw fail('/api', 'the name of an API', api);
  if (operation !== undefined && typeof operation !== 'string') {
    throw fail('/operation', 'an operationId', operation);
  }
  if (rate !== undefined && !isBetween(rate, 0, 1))
    throw fail('/rate', 'a number from 0 to 1', rate);
  if (times !== undefined && !isTimes(times)) {
    throw fail('/times', `a whole number from 1 to ${MAX_TIMES}`, times);
  }
  const kind = OUTCOMES.find((candidate) => candidate === outcome);
  if (outcome !== undefined && kind === undefined) {
    throw fail('/outcome', `one of ${OUTCOMES.join(', ')}`, outcome);
  }
  return {
    ...(api !== undefined && { api }),
    ...(operation !== undefined && { operation }),
    ...(rate !== undefined && { rate }),
    ...(times !== undefined && { times }),
    ...(delay !== undefined && { delay: readDelay(delay, fail) }),
    ...(kind !== undefined && { outcome: kind }),
  };
}

function readDelay(value: unknown, fail: Fail): Delay {
  if (isTime(value)) return value;
  if (isJsonObject(value) && Object.keys(value).length === 2) {
    const { min, max, mean, deviation } = value;
    if (isTime(min) && isTime(max) && min <= max) return { min, max };
    if (isTime(mean) && isTime(deviation)) return { mean, deviation };
  }
  throw fail('/delay', 'milliseconds, {min, max} or {mean, deviation}', value);
}

function isTime(value: unknown): value is number {
  return isBetween(value, 0, MAX_DELAY);
}

function isTimes(value: unknown): value is number {
  return Number.isInteger(value) && isBetween(value, 1, MAX_TIMES);
}

function isBetween(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}
