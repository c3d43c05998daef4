import { describeRule } from '../../contract/model/describe-violation.ts';
import { unescapeToken } from '../../contract/model/json-cursor.ts';
import type { MessagePart, Violation } from '../../contract/model/violation.ts';

/** One finding in Prism's words, for problem bodies and `sl-violations`. */
export interface Diagnostic {
  /** Part of the message, then the steps to the place in it. */
  readonly location?: readonly string[];
  readonly severity: 'Error' | 'Warning';
  /** Keyword, or the status that it leads to. */
  readonly code?: string | number;
  readonly message: string;
  /** `WWW-Authenticate` challenges of missing credentials; not for the wire. */
  readonly challenges?: readonly string[];
}

/** Message that is at fault. */
export type Side = 'request' | 'response';

/** Order in which Prism checks the parts of a message. */
const PARTS: readonly MessagePart[] = ['status', 'body', 'header', 'query', 'path', 'cookie'];

/** Puts violations into Prism's words, in its order. */
export function diagnose(violations: readonly Violation[], side: Side): Diagnostic[] {
  return violations
    .toSorted((one, other) => PARTS.indexOf(one.in) - PARTS.indexOf(other.in))
    .map((violation) => diagnoseOne(violation, side));
}

function diagnoseOne(violation: Violation, side: Side): Diagnostic {
  const { in: part, pointer, rule } = violation;
  const severity = 'Error';
  if (rule.keyword === 'mediaType' && side === 'request') {
    const message = `Supported content types: ${[rule.params.types].flat().join(',')}`;
    return { severity, code: 415, message };
  }
  if (part === 'body' && pointer === '' && rule.keyword === 'required') {
    return { severity, code: rule.keyword, message: 'Body parameter is required' };
  }
  const steps = stepsOf(violation);
  const message = [
    side === 'request' ? 'Request' : 'Response',
    part,
    ...(steps.length > 0 ? [part === 'body' ? 'property' : 'parameter', steps.join('.')] : []),
    wordRule(violation),
  ].join(' ');
  return { location: [part, ...steps], severity, code: rule.keyword, message };
}

/** Steps to the value that is wrong: for a missing member those to its owner. */
function stepsOf({ in: part, pointer, rule }: Violation): string[] {
  const [first, ...rest] = pointer.split('/').slice(1);
  const steps = first === undefined ? [] : [part === 'body' ? first : first.toLowerCase(), ...rest];
  return rule.keyword === 'required' ? steps.slice(0, -1) : steps;
}

/** Rule in the words of ajv, which Prism passes on and sometimes adds to. */
function wordRule({ in: part, pointer, rule, found }: Violation): string {
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
