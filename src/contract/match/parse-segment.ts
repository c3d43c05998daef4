import { decodeValid } from '../model/percent-encoding.ts';
import type { SegmentPattern } from './segment-pattern.ts';

/** Segment of a path template; literal text is decoded. */
export type Segment =
  | { readonly kind: 'literal'; readonly text: string }
  /** One parameter and nothing else. */
  | { readonly kind: 'any'; readonly name: string }
  | { readonly kind: 'pattern'; readonly pattern: SegmentPattern };

const PARAMETER = /\{([^{}]+)\}/;

/** Reads a segment of a path template; a brace without its counterpart is literal text. */
export function parseSegment(template: string): Segment {
  // A separator that captures gives literals and names by turns.
  const parts = template.split(PARAMETER);
  const names = parts.filter((_, at) => at % 2 === 1);
  const literals = parts.filter((_, at) => at % 2 === 0).map(decodeValid);
  const [name] = names;
  const [prefix = '', ...others] = literals;
  if (name === undefined) return { kind: 'literal', text: prefix };
  if (literals.join('') === '' && names.length === 1) return { kind: 'any', name };
  const infixes = others.slice(0, -1);
  return { kind: 'pattern', pattern: { names, prefix, infixes, suffix: others.at(-1) ?? '' } };
}
