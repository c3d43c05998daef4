import { decodeValid } from '../model/percent-encoding.ts';
import { parseSegment, type Segment } from './parse-segment.ts';
import { fitsPattern, readPattern, type SegmentPattern } from './segment-pattern.ts';

/** Path template and what is found through it. */
export interface Route<T> {
  readonly template: string;
  readonly target: T;
}

export interface Found<T> {
  readonly target: T;
  /** Reads the raw text of each parameter, still percent-encoded. */
  readonly readValues: () => Readonly<Record<string, string>>;
}

/** Finds what a path leads to, the most specific template first. */
export type FindPath<T> = (path: string) => Found<T>[];

/** Node of a tree of segments, so that the number of templates does not slow down the search. */
interface Node<T> {
  /** By decoded text. */
  readonly literals: Map<string, Node<T>>;
  /** Segment that is one parameter and nothing else. */
  any: Node<T> | undefined;
  readonly patterns: Map<string, { readonly pattern: SegmentPattern; readonly node: Node<T> }>;
  readonly leaves: Leaf<T>[];
}

interface Leaf<T> {
  readonly target: T;
  readonly rank: number;
  readonly segments: readonly Segment[];
}

/**
 * Creates a function that finds the templates which a path matches.
 *
 * Segments of both are compared behind their percent-encoding, and a parameter has at least one character. The template
 * with fewer segments that have parameters is more specific, which
 * https://spec.openapis.org/oas/v3.1.1#path-templating-matching demands of concrete ones; then the one with more literal
 * text in those, then with fewer parameters, then the one that comes first.
 */
export function createPathIndex<T>(routes: readonly Route<T>[]): FindPath<T> {
  const root = createNode<T>();
  const parsed = routes.map(({ template, target }) => ({
    target,
    segments: template.split('/').map(parseSegment),
  }));
  const ranked = parsed.toSorted((one, other) => compareSegments(one.segments, other.segments));
  for (const [rank, { target, segments }] of ranked.entries()) {
    segments.reduce(addSegment, root).leaves.push({ target, rank, segments });
  }
  return (path) => {
    const sent = path.split('/');
    const leaves: Leaf<T>[] = [];
    collect(root, sent, path.includes('%') ? sent.map(decodeValid) : sent, 0, leaves);
    if (leaves.length > 1) leaves.sort((one, other) => one.rank - other.rank);
    return leaves.map(({ target, segments }) => ({
      target,
      readValues: () => readValues(segments, sent),
    }));
  };
}

function createNode<T>(): Node<T> {
  return { literals: new Map(), any: undefined, patterns: new Map(), leaves: [] };
}

function addSegment<T>(node: Node<T>, segment: Segment): Node<T> {
  if (segment.kind === 'any') {
    node.any ??= createNode<T>();
    return node.any;
  }
  if (segment.kind === 'literal') {
    const next = node.literals.get(segment.text) ?? createNode<T>();
    node.literals.set(segment.text, next);
    return next;
  }
  const { pattern } = segment;
  const key = JSON.stringify([pattern.prefix, pattern.infixes, pattern.suffix]);
  const known = node.patterns.get(key) ?? { pattern, node: createNode<T>() };
  node.patterns.set(key, known);
  return known.node;
}

/** Adds the leaves below a node that match the segments from `depth` on; each node is visited once. */
function collect<T>(
  node: Node<T>,
  sent: readonly string[],
  decoded: readonly string[],
  depth: number,
  leaves: Leaf<T>[],
): void {
  const text = decoded[depth];
  const raw = sent[depth];
  if (text === undefined || raw === undefined) {
    leaves.push(...node.leaves);
    return;
  }
  const literal = node.literals.get(text);
  if (literal !== undefined) collect(literal, sent, decoded, depth + 1, leaves);
  if (raw === '') return;
  if (node.any !== undefined) collect(node.any, sent, decoded, depth + 1, leaves);
  for (const { pattern, node: next } of node.patterns.values()) {
    if (fitsPattern(pattern, raw)) collect(next, sent, decoded, depth + 1, leaves);
  }
}

function readValues(
  segments: readonly Segment[],
  sent: readonly string[],
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    const text = sent[at] ?? '';
    if (segment.kind === 'any') setOwn(values, segment.name, text);
    if (segment.kind !== 'pattern') continue;
    const found = readPattern(segment.pattern, text);
    for (const [index, name] of segment.pattern.names.entries()) {
      setOwn(values, name, found[index] ?? '');
    }
  }
  return values;
}

/** Sets a member even if it is called `__proto__`. */
function setOwn(values: Record<string, string>, name: string, value: string): void {
  if (name !== '__proto__') values[name] = value;
  else Object.defineProperty(values, name, { value, enumerable: true });
}

/** Sorts the more specific template first. */
function compareSegments(one: readonly Segment[], other: readonly Segment[]): number {
  const [a, b] = [measure(one), measure(other)];
  return a.segments - b.segments || b.literals - a.literals || a.names - b.names;
}

/** Size of the segments that have parameters. */
function measure(segments: readonly Segment[]) {
  const sizes = segments.flatMap((segment) => {
    if (segment.kind === 'literal') return [];
    if (segment.kind === 'any') return [{ literals: 0, names: 1 }];
    const { prefix, infixes, suffix, names } = segment.pattern;
    return [
      { literals: prefix.length + infixes.join('').length + suffix.length, names: names.length },
    ];
  });
  return {
    segments: sizes.length,
    literals: sizes.reduce((sum, { literals }) => sum + literals, 0),
    names: sizes.reduce((sum, { names }) => sum + names, 0),
  };
}
