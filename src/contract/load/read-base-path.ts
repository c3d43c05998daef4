import { ContractError } from '../model/contract-error.ts';
import { child, children, type JsonCursor, text } from '../model/json-cursor.ts';

/** Host and port of a URL, and the scheme before them if there is one. */
const AUTHORITY = /^(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*/i;

/** Host and port without a scheme, which URL parsing takes for a scheme. */
const BARE_AUTHORITY = /^[\w.-]+:\d+(?=[/?#]|$)/;

/** Reads the path of the first server URL, with variables replaced by default or name. */
export function readBasePath(root: JsonCursor): string {
  const server = children(child(root, 'servers'))[0]?.[1];
  if (server === undefined) return '';
  const template = text(server, 'url') ?? '/';
  const url = fillVariables(template, child(server, 'variables'));
  // A variable without a default that fits, as for a port, leaves no URL, but says nothing of the path.
  const known = template.includes('{') ? url.replace(AUTHORITY, '') : url;
  const parsed = URL.parse(known.replace(BARE_AUTHORITY, ''), 'http://localhost');
  if (parsed === null) {
    const pointer = `${server.pointer}/url`;
    throw new ContractError(`expected a server URL, found "${url}".`, { pointer });
  }
  return parsed.pathname.replace(/(?<!\/)\/+$/, '');
}

function fillVariables(url: string, variables: JsonCursor | undefined): string {
  const defaults = new Map(
    children(variables).map(([name, variable]) => [name, child(variable, 'default')?.node ?? name]),
  );
  return url.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => String(defaults.get(name) ?? name));
}
