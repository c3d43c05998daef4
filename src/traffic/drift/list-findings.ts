import { schemaTypes } from '../../contract/model/coerce-scalar.ts';
import type { Operation } from '../../contract/model/contract.ts';
import { isJsonObject } from '../../contract/model/json-cursor.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import type { Violation } from '../../contract/model/violation.ts';
import { MASK } from '../../contract/secrets/secret-shape.ts';
import type { CheckedExchange } from '../check-exchange.ts';
import type { Exchange } from '../exchange.ts';
import type { Checked, Finding } from './finding.ts';

/** Lists what does not fit in one exchange. What a server refuses need not fit: then both agree. */
export function listFindings(
  exchange: Exchange,
  checked: CheckedExchange,
  resolve: ResolveSchema,
): Finding[] {
  const { status } = exchange;
  const isRefused = status >= 400 && status < 500;
  if (checked.kind === 'unknown') {
    // 501 is of a server that does not have the method at all.
    if (isRefused || status === 501) return [];
    return [{ kind: 'unknown', what: checked.what, path: checked.path, exchange }];
  }
  const { operation } = checked.match;
  const toFinding =
    (of: 'request' | 'response') =>
    (violation: Violation): Finding => ({
      kind: 'violation',
      of,
      operation,
      violation,
      exchange,
      checked,
    });
  const response = checked.response.violations.filter(isReal).map(toFinding('response'));
  // An answer of 5xx says nothing of the request.
  if (status >= 400) return response;
  return [
    ...checked.request.violations
      .filter((violation) => isReal(violation) && !isMasked(violation, exchange))
      .map(toFinding('request')),
    ...listUnknownParameters(exchange, checked, resolve),
    ...response,
  ];
}

/** Whether a violation is not of what stands in the place of a secret. */
function isReal({ found, severity }: Violation): boolean {
  return severity !== 'warning' && !(typeof found === 'string' && found.includes(MASK));
}

/** Credentials that were masked are there, whatever their form was. */
function isMasked({ rule }: Violation, { request, query }: Exchange): boolean {
  if (rule.keyword !== 'security') return false;
  return query.includes(MASK) || request.headers.some(([, value]) => value.includes(MASK));
}

function listUnknownParameters(
  exchange: Exchange,
  { match: { operation } }: Checked,
  resolve: ResolveSchema,
): Finding[] {
  if (takesAny(operation, resolve)) return [];
  const known = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const keys = operation.security.flat().map(({ parameter }) => parameter);
  return [...new URLSearchParams(exchange.query)]
    .filter(([name]) => {
      const [root = ''] = name.split('[', 1);
      return ![...known, ...keys].some(
        (one) => one === name || one === root || one === `${root}[]`,
      );
    })
    .map(([name, value]) => ({ kind: 'parameter', operation, name, value, exchange }));
}

/** Whether the names of query parameters are not told by the contract: those of an object stand for themselves. */
function takesAny({ parameters }: Operation, resolve: ResolveSchema): boolean {
  return parameters.some(
    ({ in: place, schema, explode, style }) =>
      place === 'querystring' ||
      (place === 'query' &&
        explode &&
        style === 'form' &&
        (schemaTypes(schema.schema, resolve).includes('object') || hasMembers(schema.schema))),
  );
}

function hasMembers(schema: unknown): boolean {
  return isJsonObject(schema) && ('properties' in schema || 'additionalProperties' in schema);
}
