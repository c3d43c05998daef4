import { type DescribedViolation, describeType } from '../../contract/model/describe-violation.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { maskSecretShapes } from '../../contract/secrets/secret-shape.ts';
import { shorten } from './escape-text.ts';
import type { Exchange } from './exchange.ts';
import { serializeEvent } from './serialize-event.ts';

const MAX_TARGET = 8000;
const MAX_VIOLATIONS = 100;
const MAX_TEXT = 1000;

/** Serializes an exchange as one line of JSON: secrets masked, invalid values by type only. */
export function serializeExchange(exchange: Exchange, time: Date): string {
  const { api, method, operation, status, milliseconds, violations } = exchange;
  const rest = violations.length - MAX_VIOLATIONS;
  return serializeEvent('exchange', time, {
    api: api ?? null,
    method,
    target: shorten(maskTarget(exchange), MAX_TARGET),
    operation: operation?.id ?? null,
    status,
    milliseconds: Math.round(milliseconds * 1000) / 1000,
    violations: violations.slice(0, MAX_VIOLATIONS).map(describeViolation),
    ...(rest > 0 && { moreViolations: rest }),
  });
}

function describeViolation({
  in: part,
  pointer,
  keyword,
  expected,
  found,
}: DescribedViolation): object {
  return {
    in: part,
    pointer: show(pointer),
    keyword,
    expected: show(expected),
    foundType: describeType(found),
  };
}

function show(text: string): string {
  return shorten(maskSecretShapes(text), MAX_TEXT);
}
