import { describeRule } from '../../contract/model/describe-violation.ts';
import { unescapeToken } from '../../contract/model/json-cursor.ts';
import type { MessagePart, Violation } from '../../contract/model/violation.ts';

/** Validation error or warning as Prism words it, for problem bodies and `sl-violations`. */
export interface Diagnostic {
  /** Part of the message, then the path to the value in it. */
  readonly location?: readonly string[];
  readonly severity: 'Error' | 'Warning';
  /** Keyword, or the status of the error response. */
  readonly code?: string | number;
  readonly message: string;
  /** `WWW-Authenticate` challenges for missing credentials; not sent as part of the diagnostic. */
  readonly challenges?: readonly string[];
}

/** Message that has the error. */
export type Side = 'request' | 'response';

/** Parts of a message in the order in which Prism checks them. */
const PARTS: readonly MessagePart[] = ['status', 'body', 'header', 'query', 'path', 'cookie'];

/** Converts violations to Prism's diagnostics, in Prism's order. */
export function diagnose(violations: readonly Violation[], side: Side): Diagnostic[] {
  return violations
    .toSorted((one, other) => PARTS.indexOf(one.in) - PARTS.indexOf(other.in))
    .map((violation) => diagnoseOne(violation, side));
}

function diagnoseOne(violation: Violation, side: Side): Diagnostic {
  const { in: part, pointer, rule } = violation;
  const severity = violation.severity === 'warning' ? 'Warning' : 'Error';
  if (rule.keyword === 'mediaType' && side === 'request') {
    const message = `Supported content types: ${[rule.params.types].flat().join(',')}`;
    return { severity, code: 415, message };
  }
  if (rule.keyword === 'contentCoding') {
    return { severity, code: 415, message: `Supported content codings: ${describeRule(rule)}` };
  }
  if (part === 'body' && pointer === '' && rule.keyword === 'required') {
    return { severity, code: rule.keyword, message: 'Body parameter is required' };
  }
  const steps = stepsOf(violation);
  if (rule.keyword === 'allowReserved') {
    const location = [part, ...steps];
    return { location, severity, message: 'Reserved characters used in request body' };
  }
  const message = [
    side === 'request' ? 'Request' : 'Response',
    part,
    ...(steps.length > 0 ? [part === 'body' ? 'property' : 'parameter', steps.join('.')] : []),
    formatRule(violation),
  ].join(' ');
  return { location: [part, ...steps], severity, code: rule.keyword, message };
}

/** Path to the wrong value; for a missing member, the path to its parent. */
function stepsOf({ in: part, pointer, rule }: Violation): string[] {
  const [first, ...rest] = pointer.split('/').slice(1);
  const steps = first === undefined ? [] : [part === 'body' ? first : first.toLowerCase(), ...rest];
  return rule.keyword === 'required' ? steps.slice(0, -1) : steps;
}

/** Message of a rule as ajv words it, with what Prism adds. */
function formatRule({ in: part, pointer, rule, found }: Violation): string {
  const { keyword, params, message } = rule;
  switch (keyword) {
    case 'required': {
      const name = unescapeToken(pointer.slice(pointer.lastIndexOf('/') + 1));
      return `must have required property '${part === 'body' ? name : name.toLowerCase()}'`;
    }
    case 'enum':
      return `must be equal to one of the allowed values: ${[params.allowedValues].flat().join(', ')}`;
    case 'additionalProperties':
      return `${message}; found '${params.additionalProperty}'`;
    case 'unevaluatedProperties':
      return `${message}: '${params.unevaluatedProperty}'`;
    case 'readOnly':
    case 'writeOnly': {
      const direction = keyword === 'readOnly' ? 'request' : 'response';
      return `must NOT have member "${params.property}" in a ${direction}`;
    }
    case 'content':
      return 'must NOT have body';
    case 'syntax':
      return `cannot be read: ${found}`;
    default:
      return message ?? `must be ${describeRule(rule)}`;
  }
}
