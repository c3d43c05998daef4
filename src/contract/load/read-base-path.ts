import { ContractError } from '../model/contract-error.ts';
import { child, children, type JsonCursor, text } from '../model/json-cursor.ts';

/** Reads the path of the first server URL, with variables replaced by default or name. */
export function readBasePath(root: JsonCursor): string {
  const server = children(child(root, 'servers'))[0]?.[1];
  if (server === undefined) return '';
  const variables = new Map(
    children(child(server, 'variables')).map(([name, variable]) => [
      name,
      text(variable, 'default') ?? name,
    ]),
  );
  const url = (text(server, 'url') ?? '/').replaceAll(
    /\{([^}]+)\}/g,
    (_, name: string) => variables.get(name) ?? name,
  );
  const parsed = URL.parse(url, 'http://localhost');
  if (parsed === null) {
    const pointer = `${server.pointer}/url`;
    throw new ContractError(`expected a server URL, found "${url}".`, { pointer });
  }
  return parsed.pathname.replace(/\/+$/, '');
}
