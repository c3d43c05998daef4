import { describe, expectTypeOf, test } from 'vitest';
import type { DescribedViolation as FoundViolation } from '../../src/contract/model/describe-violation.ts';
import type {
  Clock,
  Fault,
  Health,
  Journal,
  operations,
  Problem,
  Sandbox,
  SandboxList,
  State,
  Violation,
} from '../../src/generated/mock-control/types.ts';
import type { Fault as SandboxFault } from '../../src/mock/state/fault.ts';
import type { DataOf, ErrorOf } from './harness/call-types.ts';

describe('mock-control', () => {
  test('gives each call the types of its contract', () => {
    expectTypeOf<DataOf<operations['getHealth']>>().toEqualTypeOf<Health>();
    expectTypeOf<DataOf<operations['listSandboxes']>>().toEqualTypeOf<SandboxList>();
    expectTypeOf<DataOf<operations['getSandbox']>>().toEqualTypeOf<Sandbox>();
    expectTypeOf<DataOf<operations['resetSandbox']>>().toEqualTypeOf<Sandbox>();
    expectTypeOf<DataOf<operations['setClock']>>().toEqualTypeOf<Clock>();
    expectTypeOf<DataOf<operations['advanceClock']>>().toEqualTypeOf<Clock>();
    expectTypeOf<DataOf<operations['setFaults']>>().toEqualTypeOf<Sandbox>();
    expectTypeOf<DataOf<operations['getState']>>().toEqualTypeOf<State>();
    expectTypeOf<DataOf<operations['listJournal']>>().toEqualTypeOf<Journal>();
    expectTypeOf<ErrorOf<operations['putRow']>>().toEqualTypeOf<Problem>();
  });

  test('takes the faults that a sandbox takes, and gives the violations that are found', () => {
    expectTypeOf<Fault>().toExtend<SandboxFault>();
    expectTypeOf<FoundViolation>().toExtend<Violation>();
  });
});
