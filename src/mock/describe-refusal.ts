import type { Operation } from '../contract/contract.ts';
import type { Match } from '../contract/match-operation.ts';
import type { Refusal } from './refusal.ts';

/** No operation for the path, or none for the method. */
export function describeMiss(
  match: Exclude<Match, { kind: 'operation' }>,
  method: string,
  path: string,
): Refusal {
  const { kind } = match;
  const place = { in: 'path' as const, pointer: '', keyword: kind };
  if (match.kind === 'unknown-path') {
    const expected = 'a path of the contract';
    return { kind, violations: [{ ...place, expected, found: path }] };
  }
  const { allowed } = match;
  return {
    kind,
    violations: [{ ...place, expected: allowed.join(' or '), found: method }],
    allowed,
  };
}

/** No declared media type that the request accepts. */
export function describeUnacceptable(operation: Operation, accept: string | null): Refusal {
  const types = operation.responses.flatMap(({ content }) => content.map(({ type }) => type));
  const expected = [...new Set(types)].join(' or ');
  return {
    kind: 'not-acceptable',
    violations: [
      { in: 'header', pointer: '/accept', keyword: 'mediaType', expected, found: accept },
    ],
  };
}

/** A defect of the mock itself or of what it was given. */
export function describeCrash(error: unknown): Refusal {
  const found = error instanceof Error ? error.message : String(error);
  return {
    kind: 'internal',
    violations: [{ in: 'status', pointer: '', keyword: 'exception', expected: 'an answer', found }],
  };
}
