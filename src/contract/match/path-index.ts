import { decodeValid } from '../model/percent-encoding.ts';
import { parseTemplate, type Segment } from './parse-segment.ts';
import { fitsPattern, readPattern, type SegmentPattern } from './segment-pattern.ts';
import { compareSizes, measureTemplate } from './template-size.ts';

/** Path template and what is found through it. */
export interface Route<T> {
  readonly template: string;
  readonly target: T;
}

/** What a path leads to. */
export interface Found<T> {
  /** The most specific template first. */
  readonly leaves: readonly Leaf<T>[];
  /** Reads the raw text of each parameter, still percent-encoded. */
  readonly readValues: (leaf: Leaf<T>) => Readonly<Record<string, string>>;
}

/** Path template of a route, taken apart. */
export interface Leaf<T> {
  readonly target: T;
  /** The same for templates that differ in the names of their parameters alone. */
  readonly shape: object;
  readonly segments: readonly Segment[];
  readonly rank: number;
}

export type FindPath<T> = (path: string) => Found<T>;

/** Node of a tree of segments, so that the number of templates does not slow down the search. */
interface Node<T> {
  /** By decoded text. */
  readonly literals: Map<string, Node<T>>;
  /** Segment that is one parameter and nothing else. */
  any: Node<T> | undefined;
  readonly patterns: PatternNode<T>[];
  /** Patterns of all that is left of a path. */
  readonly rests: PatternNode<T>[];
  readonly leaves: Leaf<T>[];
}

interface PatternNode<T> {
  readonly key: string;
  readonly pattern: SegmentPattern;
  readonly node: Node<T>;
}

/**
 * Creates a function that finds the templates which a path matches.
 *
 * Segments of both are compared behind their percent-encoding, and a parameter has at least one character. Of templates
 * that are as specific, see `compareSizes`, the one that was declared first comes first.
 */
export function createPathIndex<T>(routes: readonly Route<T>[]): FindPath<T> {
  const root = createNode<T>();
  const parsed = routes.map(({ template, target }) => {
    const segments = parseTemplate(template);
    return { target, segments, size: measureTemplate(segments) };
  });
  const ranked = parsed.toSorted((one, other) => compareSizes(one.size, other.size));
  for (const [rank, { target, segments }] of ranked.entries()) {
    const shape = segments.reduce(addSegment, root);
    shape.leaves.push({ target, shape, segments, rank });
  }
  return (path) => {
    const sent = path.split('/');
    const leaves: Leaf<T>[] = [];
    collect(root, sent, path.includes('%') ? sent.map(decodeValid) : sent, 0, leaves);
    if (leaves.length > 1) leaves.sort((one, other) => one.rank - other.rank);
    return { leaves, readValues: ({ segments }) => readValues(segments, sent) };
  };
}

function createNode<T>(): Node<T> {
  return { literals: new Map(), any: undefined, patterns: [], rests: [], leaves: [] };
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
  const { kind, pattern } = segment;
  const known = kind === 'rest' ? node.rests : node.patterns;
  const key = JSON.stringify([pattern.prefix, pattern.infixes, pattern.suffix]);
  const same = known.find((one) => one.key === key);
  if (same !== undefined) return same.node;
  const next = createNode<T>();
  known.push({ key, pattern, node: next });
  return next;
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
  for (const { pattern, node: next } of node.rests) {
    if (fitsPattern(pattern, sent.slice(depth).join('/'))) leaves.push(...next.leaves);
  }
  const literal = node.literals.get(text);
  if (literal !== undefined) collect(literal, sent, decoded, depth + 1, leaves);
  if (raw === '') return;
  if (node.any !== undefined) collect(node.any, sent, decoded, depth + 1, leaves);
  for (const { pattern, node: next } of node.patterns) {
    if (fitsPattern(pattern, raw)) collect(next, sent, decoded, depth + 1, leaves);
  }
}

function readValues(
  segments: readonly Segment[],
  sent: readonly string[],
): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [at, segment] of segments.entries()) {
    if (segment.kind === 'literal') continue;
    const text = segment.kind === 'rest' ? sent.slice(at).join('/') : (sent[at] ?? '');
    if (segment.kind === 'any') {
      setOwn(values, segment.name, text);
      continue;
    }
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
