/** Path template and the value found through it. */
export interface Route<T> {
  readonly template: string;
  readonly target: T;
}

export interface Found<T> {
  readonly route: Route<T>;
  /** Raw text of each parameter, still percent-encoded. */
  readonly values: Readonly<Record<string, string>>;
}

/** Node of a tree of segments, so that the number of templates does not slow down the search. */
interface Node<T> {
  readonly literals: Map<string, Node<T>>;
  readonly patterns: Map<string, { readonly pattern: RegExp | undefined; readonly node: Node<T> }>;
  leaf?: Leaf<T>;
}

interface Leaf<T> {
  readonly route: Route<T>;
  /** Templates with fewer parameters come first, then those declared first. */
  readonly rank: number;
  readonly parameters: readonly (Segment & { readonly index: number })[];
}

interface Segment {
  /** Names of the parameters; empty for a literal segment. */
  readonly names: readonly string[];
  /** Absent if any non-empty text matches. */
  readonly pattern: RegExp | undefined;
  /** Literal segment as it appears in a URL. */
  readonly literal: string;
}

/** Creates a function that matches a path; the template with the fewest parameters wins. */
export function createPathIndex<T>(
  routes: readonly Route<T>[],
): (path: string) => Found<T> | undefined {
  const root = createNode<T>();
  const parsed = routes.map((route) => ({ route, segments: route.template.split('/').map(parse) }));
  const ranked = parsed.toSorted((a, b) => countNames(a.segments) - countNames(b.segments));
  for (const [rank, { route, segments }] of ranked.entries()) {
    const node = segments.reduce(addSegment, root);
    node.leaf ??= { route, rank, parameters: pickParameters(segments) };
  }
  return (path) => {
    const texts = path.split('/');
    const leaf = findBest(root, texts, 0);
    return leaf && { route: leaf.route, values: readValues(leaf, texts) };
  };
}

function createNode<T>(): Node<T> {
  return { literals: new Map(), patterns: new Map() };
}

function pickParameters(segments: readonly Segment[]): Leaf<unknown>['parameters'] {
  return segments
    .map((segment, index) => ({ ...segment, index }))
    .filter(({ names }) => names.length > 0);
}

function addSegment<T>(node: Node<T>, { names, pattern, literal }: Segment): Node<T> {
  if (names.length === 0) {
    const next = node.literals.get(literal) ?? createNode<T>();
    node.literals.set(literal, next);
    return next;
  }
  const source = pattern?.source ?? '';
  const known = node.patterns.get(source) ?? { pattern, node: createNode<T>() };
  node.patterns.set(source, known);
  return known.node;
}

/** Best leaf below a node that matches the segments from `depth` on. */
function findBest<T>(node: Node<T>, texts: readonly string[], depth: number): Leaf<T> | undefined {
  const text = texts[depth];
  if (text === undefined) return node.leaf;
  const literal = node.literals.get(text);
  let best = literal && findBest(literal, texts, depth + 1);
  for (const { pattern, node: next } of node.patterns.values()) {
    if (pattern === undefined ? text === '' : !pattern.test(text)) continue;
    const leaf = findBest(next, texts, depth + 1);
    if (leaf !== undefined && (best === undefined || leaf.rank < best.rank)) best = leaf;
  }
  return best;
}

function readValues({ parameters }: Leaf<unknown>, texts: readonly string[]) {
  const values: Record<string, string> = {};
  for (const { index, names, pattern } of parameters) {
    const text = texts[index] ?? '';
    const groups = pattern === undefined ? [text, text] : (pattern.exec(text) ?? []);
    for (const [at, name] of names.entries()) setOwn(values, name, groups[at + 1] ?? '');
  }
  return values;
}

/** Sets a member even if it is called `__proto__`. */
function setOwn(values: Record<string, string>, name: string, value: string): void {
  if (name !== '__proto__') values[name] = value;
  else Object.defineProperty(values, name, { value, enumerable: true });
}

function countNames(segments: readonly Segment[]): number {
  return segments.reduce((count, { names }) => count + names.length, 0);
}

function parse(segment: string): Segment {
  const names: string[] = [];
  const source = segment.replaceAll(/\{([^}]+)\}|[^{]+/g, (part, name: string | undefined) => {
    if (name === undefined) return escapePattern(encodeLiteral(part));
    names.push(name);
    return '(.+)';
  });
  const pattern = source === '(.+)' ? undefined : new RegExp(`^${source}$`);
  return { names, pattern, literal: encodeLiteral(segment) };
}

function escapePattern(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Characters that a URL cannot hold arrive percent-encoded, however the contract writes them. */
function encodeLiteral(literal: string): string {
  return literal.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
}
