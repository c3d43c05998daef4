import type { ParameterSource } from '../decode/decode-parameters.ts';
import { readCookies } from '../decode/read-cookies.ts';
import type { Operation, SecurityScheme } from '../model/contract.ts';
import type { HeaderReader } from '../model/header-reader.ts';
import type { Violation } from '../model/violation.ts';

const DIGEST_PARTS = ['username', 'realm', 'nonce', 'uri', 'response'];

/**
 * Checks that a request has the credentials of one of the operation's security alternatives.
 *
 * Credentials are looked for but not verified, which is up to the provider.
 */
export function checkCredentials(operation: Operation, source: ParameterSource): Violation[] {
  const { security } = operation;
  const isMet = security.some((alternative) =>
    alternative.every((scheme) => hasCredential(scheme, source)),
  );
  return isMet ? [] : (findMissing(operation, source)[0] ?? []).map(describeMissing);
}

/** Lists the schemes, of all security alternatives, whose credentials a request lacks. */
export function findMissingSchemes(
  operation: Operation,
  source: ParameterSource,
): SecurityScheme[] {
  return findMissing(operation, source).flat();
}

function findMissing({ security }: Operation, source: ParameterSource): SecurityScheme[][] {
  return security.map((alternative) =>
    alternative.filter((scheme) => !hasCredential(scheme, source)),
  );
}

function hasCredential(scheme: SecurityScheme, source: ParameterSource): boolean {
  // A client certificate belongs to the connection, and cannot be seen in a request.
  if (scheme.type === 'mutualTLS') return true;
  if (scheme.type !== 'apiKey') return hasAuthorization(scheme, source.headers);
  return (readApiKey(scheme, source) ?? '') !== '';
}

function readApiKey(scheme: SecurityScheme, source: ParameterSource): string | null | undefined {
  const name = scheme.parameter ?? '';
  if (scheme.in === 'query') return source.query.get(name);
  if (scheme.in === 'cookie') {
    return readCookies(source.headers).find(([cookie]) => cookie === name)?.[1];
  }
  return source.headers.get(name);
}

/** OAuth 2 and OpenID Connect use bearer tokens. */
function hasAuthorization(scheme: SecurityScheme, headers: HeaderReader): boolean {
  const expected = scheme.type === 'http' ? scheme.scheme : 'bearer';
  const text = (headers.get('authorization') ?? '').trim();
  const end = text.indexOf(' ');
  const name = end < 0 ? text : text.slice(0, end);
  const credentials = end < 0 ? '' : text.slice(end).trimStart();
  return name.toLowerCase() === expected && isComplete(expected, credentials, headers);
}

/**
 * Formats: https://www.rfc-editor.org/rfc/rfc7617#section-2 for `basic`,
 * https://www.rfc-editor.org/rfc/rfc7616#section-3.4 for `digest`.
 */
function isComplete(
  scheme: string | undefined,
  credentials: string,
  headers: HeaderReader,
): boolean {
  if (scheme === 'basic') return Buffer.from(credentials, 'base64').includes(':');
  if (scheme !== 'digest') return credentials !== '';
  const text = headers.get('authorization') ?? '';
  return DIGEST_PARTS.every((part) => text.includes(`${part}=`));
}

function describeMissing(scheme: SecurityScheme): Violation {
  const isApiKey = scheme.type === 'apiKey';
  const params = { scheme: isApiKey ? 'apiKey' : (scheme.scheme ?? 'bearer') };
  const place = scheme.in === 'query' || scheme.in === 'cookie' ? scheme.in : 'header';
  return {
    in: isApiKey ? place : 'header',
    pointer: isApiKey ? `/${scheme.parameter}` : '/authorization',
    rule: { keyword: 'security', params },
  };
}
