import type { Operation, Parameter } from '../contract/model/contract.ts';
import { METHODS } from '../contract/model/methods.ts';
import type { Case, CaseRequest } from './case.ts';
import type { PlanTools } from './case-tools.ts';
import { withoutBody, withParameter } from './change-request.ts';

/** Methods that a server may not simply answer for all paths. */
const ASKED_METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** Lists requests of an operation without credentials, and with wrong ones. */
export function listCredentialCases(operation: Operation, base: CaseRequest): Case[] {
  const { security } = operation;
  const isOpen = security.length === 0 || security.some((all) => all.length === 0);
  // A certificate is no part of a request, and a parameter may carry the key as well.
  const isUnseen = security.some((all) =>
    all.every(({ type, parameter = '' }) => type === 'mutualTLS' || isSent(base, parameter)),
  );
  if (isOpen || isUnseen) return [];
  const constraint = {
    in: 'header',
    pointer: `${operation.pointer}/security`,
    keyword: 'security',
  } as const;
  return (['none', 'wrong'] as const).map((credentials) => ({
    kind: 'credentials',
    operation,
    title: credentials === 'none' ? 'no credentials' : 'wrong credentials',
    request: { ...base, credentials },
    isAllowed: false,
    where: 'credentials',
    constraint: { ...constraint, detail: credentials },
  }));
}

function isSent({ query, headers }: CaseRequest, name: string): boolean {
  const names = [...Object.keys(query), ...Object.keys(headers)];
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

/** Makes the request for something that is not there, by another id of the form that the contract asks for. */
export function listUnknownIds(
  operation: Operation,
  base: CaseRequest,
  { oracle }: PlanTools,
): Case[] {
  const parameter = operation.parameters.findLast(({ in: place }) => place === 'path');
  if (parameter === undefined || !operation.path.includes(`{${parameter.name}}`)) return [];
  const value = listIds(base.pathParameters[parameter.name]).find(
    (one) => oracle(parameter.schema, one, 'request').length === 0,
  );
  if (value === undefined || isClosed(parameter)) return [];
  return [
    {
      kind: 'unknown-id',
      operation,
      title: `path ${parameter.name} of nothing that is there`,
      request: withParameter(base, parameter, value),
      isAllowed: false,
      where: `path ${parameter.name}`,
    },
  ];
}

/** Whether all its values are listed, so that each of them is there. */
function isClosed({ schema: { schema } }: Parameter): boolean {
  return typeof schema === 'object' && (schema.enum !== undefined || 'const' in schema);
}

function* listIds(value: unknown): Generator<unknown> {
  if (typeof value === 'number') yield* [2_147_483_647, 999_999_937, 99_991, 997];
  const text = String(value);
  // Other digits and letters, so that the length and the kind of the id stay.
  for (const [digit, letter] of ['7q', '3z', '9k']) {
    yield text.replaceAll(/\d/g, digit ?? '7').replaceAll(/[a-z]/g, letter ?? 'q');
    yield text.replaceAll(/\d/g, digit ?? '7');
    yield text.slice(0, -8) + text.slice(-8).replaceAll(/[0-9a-f]/gi, digit ?? '7');
  }
  yield `${text}-unknown`;
  yield 'unknown';
}

/** Lists the methods that a path does not have, as requests of the first operation that it has. */
export function listMethodCases(
  operation: Operation,
  siblings: readonly Operation[],
  base: CaseRequest,
): Case[] {
  const own = new Set(siblings.map(({ method }) => method));
  return METHODS.filter((method) => ASKED_METHODS.includes(method) && !own.has(method)).map(
    (method) => ({
      kind: 'method',
      operation,
      title: `method ${method.toUpperCase()}`,
      request: { ...withoutBody(base), method: method.toUpperCase() },
      isAllowed: false,
      where: 'method',
      constraint: {
        in: 'path',
        pointer: `${operation.pointer}`,
        keyword: 'method',
        detail: method,
      },
    }),
  );
}
