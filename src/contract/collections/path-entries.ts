import type { Contract, Operation } from '../model/contract.ts';
import { splitPathKey } from '../model/path-key.ts';

/** Operations of one path, by their methods in lower case. */
export interface PathEntry {
  readonly path: string;
  readonly segments: readonly string[];
  readonly methods: ReadonlyMap<string, Operation>;
}

const VARIABLE = /^\{([^{}]+)\}$/;

/** Lists the paths of a contract by their shape, in which variables have no names. */
export function listPaths({ operations }: Contract): ReadonlyMap<string, PathEntry> {
  const entries = new Map<
    string,
    { path: string; segments: string[]; methods: Map<string, Operation> }
  >();
  const ids = new Set<string>();
  for (const operation of operations) {
    const { path, id, method, flaw } = operation;
    const { template, query, fragment } = splitPathKey(path);
    // Handlers are found by the id, so that one that comes twice has none.
    if (flaw !== undefined || query !== '' || fragment !== '' || ids.has(id)) continue;
    ids.add(id);
    const segments = segmentsOf(template);
    const shape = shapeOf(segments);
    const entry = entries.get(shape) ?? { path, segments, methods: new Map() };
    if (!entry.methods.has(method)) entry.methods.set(method, operation);
    entries.set(shape, entry);
  }
  return entries;
}

/** Segments of a path, without an extension such as `.json` behind the last one. */
export function segmentsOf(template: string): string[] {
  const segments = template.split('/').filter((segment) => segment !== '');
  return segments.map((segment) => segment.replace(/\.json$/, ''));
}

/** Writes segments without the names of variables, as `/pets/{}`. */
export function shapeOf(segments: readonly string[]): string {
  return segments.map((segment) => `/${segment.replaceAll(/\{[^{}]*\}/g, '{}')}`).join('');
}

/** Name of the variable that a segment consists of. */
export function variableOf(segment: string | undefined): string | undefined {
  return VARIABLE.exec(segment ?? '')?.[1];
}

/** Names of the variables of a path that are whole segments, with the segment before each. */
export function listVariables(
  segments: readonly string[],
): { readonly name: string; readonly owner: string }[] {
  return segments.flatMap((segment, index) => {
    const name = variableOf(segment);
    return name === undefined ? [] : [{ name, owner: segments[index - 1] ?? '' }];
  });
}
