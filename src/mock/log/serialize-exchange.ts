import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import { maskTarget } from '../../contract/secrets/mask-target.ts';
import { maskViolation } from '../../contract/secrets/mask-violation.ts';
import { secretContextOf } from '../../contract/secrets/secret-context.ts';
import type { IsSecret } from '../../contract/secrets/secret-name.ts';
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
  const { isSecret } = secretContextOf(exchange.contract);
  return serializeEvent('exchange', time, {
    api: api ?? null,
    method,
    target: shorten(maskTarget(exchange), MAX_TARGET),
    operation: operation?.id ?? null,
    status,
    milliseconds: Math.round(milliseconds * 1000) / 1000,
    violations: violations
      .slice(0, MAX_VIOLATIONS)
      .map((violation) => describeViolation(violation, isSecret)),
    ...(rest > 0 && { moreViolations: rest }),
  });
}

function describeViolation(violation: DescribedViolation, isSecret: IsSecret): object {
  const { in: part, pointer, keyword, expected, found } = maskViolation(violation, isSecret);
  return {
    in: part,
    pointer: shorten(pointer, MAX_TEXT),
    keyword,
    expected: shorten(expected, MAX_TEXT),
    foundType: found,
  };
}
