import type { Contract, Operation } from './contract.ts';

export type Match =
  | { readonly kind: 'operation'; readonly operation: Operation; readonly pathValues: PathValues }
  | { readonly kind: 'unknown-path' }
  | { readonly kind: 'unknown-method'; readonly allowed: readonly string[] };

/** Raw path segments by parameter name, percent-encoding still in place. */
export type PathValues = Readonly<Record<string, string>>;

export type Matcher = (method: string, path: string) => Match;

/**
 * Makes the function that finds the operation for a method and a path below the base path.
 *
 * Paths without parameters come before templated ones, as OpenAPI 3.1 section 4.8.8.2 says; HEAD falls back to GET.
 */
export function createMatcher(contract: Contract): Matcher {
  const routes = groupByPath(contract.operations);
  return (method, path) => {
    const route = routes.find((candidate) => candidate.pattern.test(path));
    if (route === undefined) return { kind: 'unknown-path' };
    const wanted = method.toLowerCase();
    const operation =
      route.operations.get(wanted) ?? (wanted === 'head' ? route.operations.get('get') : undefined);
    if (operation === undefined) return { kind: 'unknown-method', allowed: allowedMethods(route) };
    return { kind: 'operation', operation, pathValues: readPathValues(route, path) };
  };
}

interface Route {
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly operations: Map<string, Operation>;
}

function groupByPath(operations: readonly Operation[]): Route[] {
  const routes = new Map<string, Route>();
  for (const operation of operations) {
    const route = routes.get(operation.path) ?? createRoute(operation.path);
    route.operations.set(operation.method, operation);
    routes.set(operation.path, route);
  }
  return [...routes.values()].sort((a, b) => a.names.length - b.names.length);
}

function createRoute(path: string): Route {
  const names: string[] = [];
  const source = path.replaceAll(/\{([^}]+)\}|[^{]+/g, (part, name: string | undefined) => {
    if (name === undefined) return escapePattern(part);
    names.push(name);
    return '([^/]+)';
  });
  return { pattern: new RegExp(`^${source}$`), names, operations: new Map() };
}

function allowedMethods(route: Route): string[] {
  const methods = [...route.operations.keys()].map((method) => method.toUpperCase());
  return methods.includes('GET') && !methods.includes('HEAD') ? [...methods, 'HEAD'] : methods;
}

function readPathValues(route: Route, path: string): PathValues {
  const values = route.pattern.exec(path)?.slice(1) ?? [];
  return Object.fromEntries(route.names.map((name, index) => [name, values[index] ?? '']));
}

function escapePattern(literal: string): string {
  return encodeLiteral(literal).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** What a URL cannot hold arrives percent-encoded, whether or not the contract spells it so. */
function encodeLiteral(literal: string): string {
  return literal.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
}
