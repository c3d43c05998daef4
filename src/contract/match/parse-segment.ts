import { decodeValid } from '../model/percent-encoding.ts';
import type { SegmentPattern } from './segment-pattern.ts';

/** Segment of a path template; literal text is decoded. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  /** One parameter and nothing else. */
  | { readonly kind: 'any'; readonly name: string }
  | { readonly kind: 'pattern'; readonly pattern: SegmentPattern }
  /** All that is left of a path: several segments. */
  | { readonly kind: 'rest'; readonly pattern: SegmentPattern };

const PARAMETER = /\{([^{}]+)\}/;

/** Parameter of several segments, as RFC 6570, Amazon's API Gateway, ASP.NET and JAX-RS write it. */
const SPANNING = /\{(?:[+*][^{}:]+|[^{}:]+[+*]|[^{}:]+: *\.[+*])\}/;

/**
 * Reads a path template. From a parameter on that spans several segments, such as `{+path}` or `{proxy+}`, the rest is
 * one pattern.
 */
export function parseTemplate(template: string): Segment[] {
  const parts = template.split('/');
  const at = parts.findIndex((part) => SPANNING.test(part));
  if (at < 0) return parts.map(parseSegment);
  const { names, literals } = splitParameters(parts.slice(at).join('/'));
  return [
    ...parts.slice(0, at).map(parseSegment),
    { kind: 'rest', pattern: toPattern(names, literals) },
  ];
}

/** Reads a segment of a path template; a brace without its counterpart is literal text. */
function parseSegment(template: string): Segment {
  const { names, literals } = splitParameters(template);
  const [name] = names;
  if (name === undefined) return { kind: 'literal', text: literals.join('') };
  if (literals.join('') === '' && names.length === 1) return { kind: 'any', name };
  return { kind: 'pattern', pattern: toPattern(names, literals) };
}

function splitParameters(template: string) {
  // A separator that captures gives literals and names by turns.
  const parts = template.split(PARAMETER);
  return {
    names: parts.filter((_, at) => at % 2 === 1),
    literals: parts.filter((_, at) => at % 2 === 0).map(decodeValid),
  };
}

function toPattern(names: readonly string[], literals: readonly string[]): SegmentPattern {
  const [prefix = '', ...others] = literals;
  return { names, prefix, infixes: others.slice(0, -1), suffix: others.at(-1) ?? '' };
}
