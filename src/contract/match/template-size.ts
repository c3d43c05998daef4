import type { Segment } from './parse-segment.ts';

/** What makes a template more or less specific. */
export interface TemplateSize {
  readonly segments: number;
  readonly rests: number;
  /** Segments that have parameters, and what these have. */
  readonly open: number;
  readonly literals: number;
  readonly names: number;
}

/**
 * Sorts the more specific of two templates for one path first.
 *
 * It has fewer segments with parameters, which https://spec.openapis.org/oas/v3.1.1#path-templating-matching demands of
 * concrete paths; then more literal text in those, then fewer parameters. One with a parameter of several segments is
 * less specific than any other.
 */
export function compareSizes(one: TemplateSize, other: TemplateSize): number {
  return (
    one.rests - other.rests ||
    other.segments - one.segments ||
    one.open - other.open ||
    other.literals - one.literals ||
    one.names - other.names
  );
}

/** Counts what makes a template specific. */
export function measureTemplate(segments: readonly Segment[]): TemplateSize {
  const patterns = segments.flatMap((segment) => ('pattern' in segment ? [segment.pattern] : []));
  const singles = segments.filter(({ kind }) => kind === 'any').length;
  return {
    segments: segments.length,
    rests: segments.filter(({ kind }) => kind === 'rest').length,
    open: singles + patterns.length,
    literals: patterns
      .flatMap(({ prefix, infixes, suffix }) => [prefix, ...infixes, suffix])
      .join('').length,
    names: singles + patterns.flatMap(({ names }) => names).length,
  };
}
