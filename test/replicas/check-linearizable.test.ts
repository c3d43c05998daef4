import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { propertyRuns } from '../support/property-runs.ts';
import {
  checkLinearizable,
  type Operation,
  type SequentialModel,
  UndecidedError,
} from './check-linearizable.ts';

type Call = 'read' | 'add' | number;

/** A number that is read, written, or increased by 1; a read returns it, all else true. */
const register: SequentialModel<number, Call, number | true> = {
  initial: 0,
  step: (state, call, returned) => {
    if (call === 'read') return returned === undefined || returned === state ? state : undefined;
    return call === 'add' ? state + 1 : call;
  },
  write: String,
};

/** Operation of a client from one time to another. */
function op(
  client: number,
  [invokedAt, returnedAt]: readonly [number, number],
  call: Call,
  returned: number | true | undefined = true,
): Operation<Call, number | true> {
  return { client, call, return: returned, invokedAt, returnedAt };
}

/** The same with an outcome that nobody knows. */
function lost(client: number, invokedAt: number, call: Call): Operation<Call, number | true> {
  return { client, call, return: undefined, invokedAt, returnedAt: invokedAt };
}

describe('checkLinearizable', () => {
  test.each([
    ['nothing at all', []],
    ['one after the other', [op(1, [0, 1], 5), op(1, [2, 3], 'read', 5)]],
    ['a read during a write that sees it', [op(1, [0, 9], 5), op(2, [1, 2], 'read', 5)]],
    ['a read during a write that does not', [op(1, [0, 9], 5), op(2, [1, 2], 'read', 0)]],
    [
      'two reads during a write, the first without it',
      [op(1, [0, 9], 5), op(2, [1, 2], 'read', 0), op(3, [3, 4], 'read', 5)],
    ],
    [
      'writes at once whose order shows later',
      [op(1, [0, 9], 5), op(2, [0, 9], 6), op(3, [10, 11], 'read', 5), op(3, [12, 13], 'read', 5)],
    ],
    [
      'a read that was called before what it shows',
      [op(1, [0, 9], 'read', 6), op(2, [1, 2], 5), op(2, [3, 4], 6), op(2, [5, 6], 7)],
    ],
    ['a lost write that had no effect', [lost(1, 0, 5), op(2, [1, 2], 'read', 0)]],
    [
      'a lost write that has its effect late',
      [lost(1, 0, 5), op(2, [1, 2], 'read', 0), op(2, [3, 4], 'read', 5)],
    ],
    [
      'lost writes, of which some have an effect',
      [lost(1, 0, 'add'), lost(2, 0, 'add'), lost(3, 0, 'add'), op(4, [1, 2], 'read', 2)],
    ],
    ['touching times', [op(1, [0, 1], 5), op(2, [1, 2], 'read', 0)]],
  ])('accepts %s', (_, history) => {
    const { isLinearizable, order } = checkLinearizable(history, register);
    expect(isLinearizable).toBe(true);
    expect(order.filter((each) => each.return !== undefined)).toHaveLength(
      history.filter((each) => each.return !== undefined).length,
    );
  });

  test.each([
    ['a stale read', [op(1, [0, 1], 5), op(2, [2, 3], 'read', 0)]],
    ['a lost write', [op(1, [0, 1], 'add'), op(2, [2, 3], 'add'), op(3, [4, 5], 'read', 1)]],
    ['a write applied twice', [op(1, [0, 9], 'add'), op(2, [10, 11], 'read', 2)]],
    [
      'a lost write applied twice',
      [lost(1, 0, 'add'), op(2, [1, 2], 'read', 1), op(2, [3, 4], 'read', 2)],
    ],
    [
      'a read that goes back in time',
      [op(1, [0, 9], 5), op(2, [1, 2], 'read', 5), op(3, [3, 4], 'read', 0)],
    ],
    [
      'a lost write that comes and goes',
      [lost(1, 0, 5), op(2, [1, 2], 'read', 5), op(3, [3, 4], 'read', 0)],
    ],
    [
      'two readers that see writes in different orders',
      [
        ...[op(1, [0, 20], 5), op(2, [0, 20], 6)],
        ...[op(3, [1, 2], 'read', 5), op(3, [3, 4], 'read', 6)],
        ...[op(4, [1, 2], 'read', 6), op(4, [3, 4], 'read', 5)],
      ],
    ],
    ['what nobody wrote', [op(1, [0, 9], 5), op(2, [0, 9], 'read', 7)]],
    ['an effect before its call', [op(2, [1, 2], 'read', 5), op(1, [3, 4], 5)]],
    ['an effect before the call of a lost write', [op(2, [1, 2], 'read', 5), lost(1, 3, 5)]],
  ])('refuses %s', (_, history) => {
    const { isLinearizable, order, stuck } = checkLinearizable(history, register);
    expect(isLinearizable).toBe(false);
    expect(order.length).toBeLessThan(history.length);
    expect(stuck.length).toBeGreaterThan(0);
  });

  test('looks at no state twice: many lost writes take little time', () => {
    const writes = Array.from({ length: 40 }, (_, at) => lost(at, 0, at % 2));
    const reads = [op(50, [1, 2], 'read', 1), op(50, [3, 4], 'read', 0), op(50, [5, 6], 'read', 1)];
    expect(checkLinearizable([...writes, ...reads], register).isLinearizable).toBe(true);
  });

  test('gives up on what would take forever', () => {
    const writes = Array.from({ length: 40 }, (_, at) => lost(at, 0, 2 ** at));
    const history = [...writes, op(50, [1, 2], 'read', -1)];
    const sum = { ...register, step: stepSum };
    expect(() => checkLinearizable(history, sum, 1000)).toThrow(UndecidedError);
  });

  test('agrees with a trial of all orders', () => {
    const call = fc.constantFrom<Call>('read', 'add', 1, 2);
    const history = fc.array(
      fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 5 }), call, fc.nat({ max: 3 }), fc.boolean()),
      { maxLength: 6 },
    );
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(history, (rows) => {
        const operations = rows.map(([from, length, made, value, isLost], client) => {
          if (isLost) return lost(client, from, made);
          return op(client, [from, from + length], made, made === 'read' ? value : true);
        });
        const { isLinearizable } = checkLinearizable(operations, register);
        expect(isLinearizable).toBe(hasOrder(operations, register.initial));
        verdicts.add(isLinearizable);
      }),
      propertyRuns(2000),
    );
    expect(verdicts.size).toBe(2);
  });
});

/** A sum, which reads show. */
function stepSum(sum: number, call: Call, returned: number | true | undefined) {
  if (call === 'read') return returned === sum ? sum : undefined;
  return typeof call === 'number' ? sum + call : undefined;
}

/** Whether any order of operations, or of some without a return and all others, is one of the register. */
function hasOrder(operations: readonly Operation<Call, number | true>[], state: number): boolean {
  if (operations.every((each) => each.return === undefined)) return true;
  return operations.some((next) => {
    const others = operations.filter((each) => each !== next);
    const isLate = others.some(
      (each) => each.return !== undefined && each.returnedAt < next.invokedAt,
    );
    const after = isLate ? undefined : register.step(state, next.call, next.return);
    return after !== undefined && hasOrder(others, after);
  });
}
