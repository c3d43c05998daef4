import type { Violation } from '../model/violation.ts';
import type { SchemaValidator } from './check-value.ts';

/**
 * Makes a validator that accepts members which messages in its direction should not have, and warns
 * of each: OpenAPI says SHOULD NOT, https://spec.openapis.org/oas/v3.0.4#schema-object.
 *
 * `refuse` refuses such members, and decides alone for a message without any; `accept` is the same
 * without that rule.
 */
export function warnOfHidden(refuse: SchemaValidator, accept: SchemaValidator): SchemaValidator {
  return (place, value, part) => {
    const found = refuse(place, value, part);
    if (found.length === 0) return found;
    const errors = accept(place, value, part);
    return [...errors, ...found.filter(isHidden).map(toWarning)];
  };
}

function isHidden({ rule }: Violation): boolean {
  return rule.keyword === 'readOnly' || rule.keyword === 'writeOnly';
}

function toWarning(violation: Violation): Violation {
  return { ...violation, severity: 'warning' };
}
