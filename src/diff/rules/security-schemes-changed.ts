import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonCursor } from '../../contract/model/json-cursor.ts';
import { type PlacedFound, spotOf } from '../endpoint-pair.ts';
import { openMember, openMembers, readMember } from '../open-member.ts';
import { showValue } from '../show-value.ts';

/** What decides how credentials are got and sent. */
const KEYS = ['type', 'in', 'name', 'scheme', 'openIdConnectUrl', 'bearerFormat'];
const URLS = ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'];

/** Finds security schemes of a name that both versions have and that ask for other credentials, or got in another way. */
export function findSchemeChanges(before: JsonCursor, after: JsonCursor): PlacedFound[] {
  const former = new Map(listSchemes(before));
  return listSchemes(after).flatMap(([name, scheme]) => {
    const known = former.get(name);
    return known === undefined ? [] : compareSchemes(name, known, scheme);
  });
}

function compareSchemes(name: string, before: JsonCursor, after: JsonCursor): PlacedFound[] {
  const find = (what: string, key: string, isHint = false): PlacedFound => ({
    rule: 'security-scheme-changed',
    place: `security scheme ${name}`,
    what,
    consumer: isHint ? 'risky' : 'breaking',
    provider: isHint ? 'risky' : 'breaking',
    before: spotOf(openMember(before, key) ?? before),
    after: spotOf(openMember(after, key) ?? after),
  });
  const plain = KEYS.filter((key) => !isDeepStrictEqual(read(before, key), read(after, key)));
  const flows = (scheme: JsonCursor) => new Map(openMembers(openMember(scheme, 'flows')));
  const to = flows(after);
  return [
    ...plain.map((key) =>
      find(
        `has ${key} ${showValue(read(after, key))}, had ${showValue(read(before, key))}`,
        key,
        key === 'bearerFormat',
      ),
    ),
    ...[...flows(before)].flatMap(([flow, one]) => {
      const other = to.get(flow);
      if (other === undefined) return [find(`has no flow ${flow} any more`, 'flows')];
      const urls = URLS.filter((key) => readMember(one, key) !== readMember(other, key));
      const scopes = listKeys(one).filter((scope) => !listKeys(other).includes(scope));
      return [
        ...urls.map((key) =>
          find(`has another ${key}: ${showValue(readMember(other, key))}`, 'flows'),
        ),
        ...scopes.map((scope) => find(`has no scope ${scope} any more`, 'flows')),
      ];
    }),
  ];
}

/** An HTTP authentication scheme is not case-sensitive, https://www.rfc-editor.org/rfc/rfc9110#section-11.1. */
function read(scheme: JsonCursor, key: string): unknown {
  const value = readMember(scheme, key);
  return key === 'scheme' && typeof value === 'string' ? value.toLowerCase() : value;
}

function listKeys(flow: JsonCursor): string[] {
  const scopes = readMember(flow, 'scopes');
  return isJsonObject(scopes) ? Object.keys(scopes) : [];
}

function listSchemes(root: JsonCursor): [name: string, scheme: JsonCursor][] {
  return openMembers(openMember(openMember(root, 'components'), 'securitySchemes'));
}
