/** Key of the Paths Object, taken apart: `/v1/messages?beta=true#later`. */
export interface PathKey {
  /** Template of the path alone. */
  readonly template: string;
  /** Text behind the first `?`; empty if there is none. */
  readonly query: string;
  /** Text behind the first `#`; empty if there is none. */
  readonly fragment: string;
}

/** Query parameters in the form of https://www.rfc-editor.org/rfc/rfc6570#section-3.2.8, which are declared as well. */
const EXPANSION = /\{[?&][^{}]*\}/g;

/** What braces enclose is the name of a parameter, whatever it has. */
const KEY = /^((?:\{[^{}]*\}|[^?#])*)(?:\?((?:\{[^{}]*\}|[^#])*))?(?:#(.*))?$/s;

/**
 * Takes a path key apart. OpenAPI knows only paths as keys, but published files tell operations of one path apart by
 * a query, and by a fragment that no request has.
 */
export function splitPathKey(key: string): PathKey {
  if (!/[?&#]/.test(key)) return { template: key, query: '', fragment: '' };
  const [, template = key, query = '', fragment = ''] =
    KEY.exec(key.replaceAll(EXPANSION, '')) ?? [];
  return { template, query, fragment };
}

/**
 * What surrounds a name in templates of other kinds: operators and modifiers of
 * https://www.rfc-editor.org/rfc/rfc6570#section-2.2, patterns as in `{id:[0-9]+}`, and `{id?}`.
 */
const DECORATION = /^[+*./;]+|(?<![+*?])[+*?]+$|[:=].*/gs;

/** Name of the declared parameter that a variable of a template means, such as `path` for `{+path}`. */
export function nameVariable(variable: string, isDeclared: (name: string) => boolean): string {
  if (isDeclared(variable)) return variable;
  const name = variable.replaceAll(DECORATION, '');
  return isDeclared(name) ? name : variable;
}
