import type { CaseRequest, UnbrokenRule } from '../../cases/case.ts';
import { createPlanTools } from '../../cases/case-tools.ts';
import { planOperation } from '../../cases/plan-operation.ts';
import type { Contract, Operation } from '../../contract/model/contract.ts';
import type { Message } from './message.ts';
import { createRequestLister } from './request-messages.ts';
import { listResponses } from './response-messages.ts';

/** All messages that follow from a contract. */
export interface AllMessages {
  readonly messages: readonly Message[];
  readonly unbroken: readonly (UnbrokenRule & { readonly operation: string })[];
  /** Least valid request of each operation. */
  readonly bases: ReadonlyMap<Operation, CaseRequest>;
  /** Operations that no request can be made for, with the reason. */
  readonly unasked: readonly { readonly operation: string; readonly reason: string }[];
}

/** Lists what the operations of a contract allow and forbid. */
export async function listMessages(
  contract: Contract,
  operations: readonly Operation[] = contract.operations,
): Promise<AllMessages> {
  const tools = createPlanTools(contract);
  const listRequests = createRequestLister(tools);
  const messages: Message[] = [];
  const unbroken: (UnbrokenRule & { readonly operation: string })[] = [];
  const bases = new Map<Operation, CaseRequest>();
  const unasked: { operation: string; reason: string }[] = [];
  for (const operation of operations) {
    const { id } = operation;
    const plan = operation.flaw?.problem ?? (await planOperation(operation, tools, 'base'));
    if (typeof plan === 'string') unasked.push({ operation: id, reason: plan });
    else bases.set(operation, plan.base);
    const derived = [
      ...(typeof plan === 'string' ? [] : [await listRequests(operation, plan.base)]),
      await listResponses(operation, tools),
    ];
    for (const one of derived) {
      messages.push(...one.messages);
      unbroken.push(...one.unbroken.map((rule) => ({ ...rule, operation: id })));
    }
  }
  return { messages, unbroken, bases, unasked };
}
