import type { JsonCursor } from '../../contract/model/json-cursor.ts';
import { type EndpointRule, type PlacedFound, spotOf } from '../endpoint-pair.ts';
import { openMember, openMembers, readMember } from '../open-member.ts';

/** Finds servers that a document no longer names, or names now. */
export function findServerChanges(before: JsonCursor, after: JsonCursor): PlacedFound[] {
  const from = readServers(before);
  const to = readServers(after);
  const at = {
    before: spotOf(openMember(before, 'servers')),
    after: spotOf(openMember(after, 'servers') ?? after),
  };
  return [
    ...[...from].flatMap(([url, server]): PlacedFound[] =>
      to.has(url)
        ? []
        : [
            {
              ...at,
              rule: 'server-removed',
              place: `server ${url}`,
              what: 'is gone',
              consumer: 'breaking',
              provider: 'safe',
              before: spotOf(server),
            },
          ],
    ),
    ...[...to].flatMap(([url, server]): PlacedFound[] =>
      from.has(url)
        ? []
        : [
            {
              ...at,
              rule: 'server-added',
              place: `server ${url}`,
              what: 'is new',
              consumer: 'safe',
              provider: 'safe',
              after: spotOf(server),
            },
          ],
    ),
  ];
}

/** Servers of an operation or its path item, where one of the versions has some of its own. */
export const ownServersChanged: EndpointRule = ({ before, after }) =>
  (['cursor', 'item'] as const).flatMap((level) => {
    const one = before[level];
    const other = after[level];
    const hasOwn =
      readMember(one, 'servers') !== undefined && readMember(other, 'servers') !== undefined;
    return hasOwn ? findServerChanges(one, other) : [];
  });

/** Servers by URL, with the defaults of its variables; https://spec.openapis.org/oas/v3.1.1#openapi-object has `/` without any. */
function readServers(owner: JsonCursor): Map<string, JsonCursor> {
  const servers = openMembers(openMember(owner, 'servers'));
  if (servers.length === 0) return new Map([['/', owner]]);
  return new Map(servers.map(([, server]) => [readUrl(server), server]));
}

function readUrl(server: JsonCursor): string {
  const variables = new Map(openMembers(openMember(server, 'variables')));
  const url = String(readMember(server, 'url') ?? '/');
  const filled = url.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) =>
    String(readMember(variables.get(name), 'default') ?? whole),
  );
  return filled.length > 1 ? filled.replace(/\/$/, '') : filled;
}
