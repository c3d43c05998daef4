import { unescapeToken } from '../contract/json-cursor.ts';
import type { MessagePart, Violation } from '../contract/violation.ts';

/** One finding as Prism words it in problem bodies and in `sl-violations`. */
export interface Diagnostic {
  /** Part of the message, then the steps to the place in it. */
  readonly location?: readonly string[];
  readonly severity: 'Error' | 'Warning';
  /** Keyword, or the status that it leads to. */
  readonly code?: string | number;
  readonly message: string;
  /** `WWW-Authenticate` challenges of missing credentials; a diagnostic for the wire has none. */
  readonly challenges?: readonly string[];
}

/** Message that is at fault. */
export type Side = 'request' | 'response';

/** Order in which Prism checks the parts of a message. */
const PARTS: readonly MessagePart[] = ['status', 'body', 'header', 'query', 'path', 'cookie'];

/** Words violations as Prism does, in its order. */
export function diagnose(violations: readonly Violation[], side: Side): Diagnostic[] {
  return violations
    .toSorted((one, other) => PARTS.indexOf(one.in) - PARTS.indexOf(other.in))
    .map((violation) => diagnoseOne(violation, side));
}

function diagnoseOne(violation: Violation, side: Side): Diagnostic {
  const { in: part, pointer, keyword, expected } = violation;
  const severity = 'Error';
  if (keyword === 'mediaType' && side === 'request') {
    const message = `Supported content types: ${listOf(expected).join(',')}`;
    return { severity, code: 415, message };
  }
  if (part === 'body' && pointer === '' && keyword === 'required') {
    return { severity, code: keyword, message: 'Body parameter is required' };
  }
  const steps = stepsOf(violation);
  const message = [
    side === 'request' ? 'Request' : 'Response',
    part,
    ...(steps.length > 0 ? [part === 'body' ? 'property' : 'parameter', steps.join('.')] : []),
    describeRule(violation),
  ].join(' ');
  return { location: [part, ...steps], severity, code: keyword, message };
}

/** Steps to the value that is wrong: for a missing member those to its owner. */
function stepsOf({ in: part, pointer, keyword }: Violation): string[] {
  const [first, ...rest] = pointer.split('/').slice(1);
  const steps = first === undefined ? [] : [part === 'body' ? first : first.toLowerCase(), ...rest];
  return keyword === 'required' ? steps.slice(0, -1) : steps;
}

/** Rule in the words of ajv, which Prism passes on. */
function describeRule({ in: part, pointer, keyword, expected, found }: Violation): string {
  const last = unescapeToken(pointer.slice(pointer.lastIndexOf('/') + 1));
  switch (keyword) {
    case 'required':
      return `must have required property '${part === 'body' ? last : last.toLowerCase()}'`;
    case 'type':
      return `must be ${listOf(expected).join(',')}`;
    case 'enum':
      return `must be equal to one of the allowed values: ${readValues(expected).join(', ')}`;
    case 'const':
      return 'must be equal to constant';
    case 'format':
      return `must match format "${expected.replace(/^format /, '')}"`;
    case 'pattern':
      return `must match pattern "${expected.replace(/^text that matches /, '')}"`;
    case 'additionalProperties':
      return `must NOT have additional properties; found '${readName(expected)}'`;
    case 'unevaluatedProperties':
      return `must NOT have unevaluated properties: '${readName(expected)}'`;
    case 'syntax':
      return `cannot be read: ${found}`;
    default:
      return restoreVerb(expected);
  }
}

/** A violation leaves out what every message of ajv begins with. */
function restoreVerb(expected: string): string {
  if (expected.startsWith('no ')) return `must NOT have ${expected.slice('no '.length)}`;
  return /^([<>]|multiple of|passed|equal|valid)/.test(expected)
    ? `must be ${expected}`
    : `must ${expected}`;
}

function listOf(expected: string): string[] {
  return expected.split(' or ');
}

function readValues(expected: string): unknown[] {
  const values: unknown = JSON.parse(expected.replace(/^one of /, ''));
  return Array.isArray(values) ? values : [];
}

function readName(expected: string): string {
  return expected.replace(/^no member "(.*)"$/s, '$1');
}
