import { correctValue } from '../contract/example/correct-value.ts';
import type { Contract, SchemaPlace } from '../contract/model/contract.ts';
import type { Direction } from '../contract/model/direction.ts';
import { isJsonObject, unescapeToken } from '../contract/model/json-cursor.ts';
import type { Violation } from '../contract/model/violation.ts';
import { createContractChecks } from '../contract/validate/contract-checks.ts';
import { createBranchReader } from '../contract/validate/discriminator-branches.ts';
import { createMessageValidators } from '../contract/validate/schema-validator.ts';
import { placeValue, readPlace, withoutMember } from './breaks/place-value.ts';
import type { SchemaOracle } from './schema-oracle.ts';

/** Gives the first of some values that a schema takes, or else makes one; `undefined` if it finds none. */
export type FindValue = (place: SchemaPlace, candidates: readonly unknown[]) => unknown;

/** Schemas that cannot be compiled take anything, as in the mock of a file of somebody else's. */
const LENIENT = { unknown: 'ignore', hiddenInRequests: 'warn', onUncompilable: () => {} } as const;
const NOTHING: Violation = {
  in: 'body',
  pointer: '',
  rule: { keyword: 'required', params: { what: 'body' } },
};

/** Creates the search for values of a contract that are valid in a direction. */
export function createValueMaker(
  contract: Contract,
  oracle: SchemaOracle,
  direction: Direction = 'request',
): FindValue {
  const { resolve, probe } = createContractChecks(contract, LENIENT);
  const validate = createMessageValidators(contract, LENIENT)[direction];
  const knowledge = { resolve, probe, readBranches: createBranchReader(contract.document) };
  return (place, candidates) => {
    const isValid = (value: unknown) => oracle(place, value, direction).length === 0;
    const found = candidates.find((value) => value !== undefined && isValid(value));
    if (found !== undefined) return found;
    const made = correctValue(place.schema, undefined, check, knowledge)?.value;
    const shown = made === undefined ? undefined : withoutHidden(place, made);
    return [shown, made].find((value) => value !== undefined && isValid(value));

    function check(value: unknown): readonly Violation[] {
      if (value === undefined) return [NOTHING];
      return validate(place, value, 'body').filter(({ severity }) => severity !== 'warning');
    }
  };

  /** Leaves out what only answers have: a server may refuse it, or show another value than was sent. */
  function withoutHidden(place: SchemaPlace, made: unknown): unknown {
    const hidden = validate(place, made, 'body')
      .filter(({ severity }) => severity === 'warning')
      .filter(({ rule: { keyword } }) => keyword === 'readOnly' || keyword === 'writeOnly');
    return hidden.reduce<unknown>((value, { pointer }) => withoutPlace(value, pointer), made);
  }
}

function withoutPlace(whole: unknown, pointer: string): unknown {
  const keys = pointer.split('/').slice(1).map(unescapeToken);
  const owner = readPlace(whole, keys.slice(0, -1));
  const name = keys.at(-1);
  if (name === undefined || !isJsonObject(owner)) return whole;
  return placeValue(whole, keys.slice(0, -1), withoutMember(owner, name));
}
