import { type AnswerPlan, planAnswers } from '../../contract/answers/plan-answers.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { Coverage, VerifiedOperation } from '../model/report.ts';
import type { ServerAnswer } from '../send/server-request.ts';

/** What a server answered with so far, of what a contract has. */
export interface AnswerLog {
  readonly note: (operation: Operation, answer: ServerAnswer) => void;
  /** Statuses of all answers. */
  readonly statuses: () => ReadonlySet<number>;
  readonly cover: (
    operation: Operation,
  ) => Pick<VerifiedOperation, 'statuses' | 'codes' | 'examples'>;
}

/** Answers of one operation. */
interface Met {
  /** By status as declared. */
  readonly plans: ReadonlyMap<string, AnswerPlan>;
  readonly declared: Set<string>;
  readonly codes: Set<string>;
  readonly examples: Set<string>;
}

/** Creates the log of a run against a server. */
export function createAnswerLog(contract: Contract): AnswerLog {
  const log = new Map<string, Met>();
  const statuses = new Set<number>();
  const open = (operation: Operation): Met => {
    const known = log.get(operation.pointer);
    if (known !== undefined) return known;
    const met = {
      plans: planAnswers(operation, contract),
      declared: new Set<string>(),
      codes: new Set<string>(),
      examples: new Set<string>(),
    };
    log.set(operation.pointer, met);
    return met;
  };
  return {
    statuses: () => statuses,
    note: (operation, { status, bytes }) => {
      statuses.add(status);
      const { plans, declared, codes, examples } = open(operation);
      const response = findResponse(operation, status)?.status;
      const plan = response === undefined ? undefined : plans.get(response);
      if (response === undefined || plan === undefined) return;
      declared.add(response);
      if (plan.codes.length === 0 && plan.examples.length === 0) return;
      const read = plan.read(new TextDecoder().decode(bytes));
      for (const code of read.codes) codes.add(code);
      for (const name of read.examples) examples.add(`${response} ${name}`);
    },
    cover: (operation) => {
      const { plans, declared, codes, examples } = open(operation);
      const all = [...plans];
      return {
        statuses: split(
          all.map(([status]) => status),
          declared,
        ),
        codes: split(
          all.flatMap(([, plan]) => plan.codes),
          codes,
        ),
        examples: split(
          all.flatMap(([status, plan]) => plan.examples.map((name) => `${status} ${name}`)),
          examples,
        ),
      };
    },
  };
}

function split(names: readonly string[], met: ReadonlySet<string>): Coverage {
  const all = [...new Set(names)];
  return {
    met: all.filter((name) => met.has(name)),
    missed: all.filter((name) => !met.has(name)),
  };
}
