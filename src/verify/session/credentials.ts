import type { SentRequest } from '../../cases/sent-request.ts';
import type { Operation, SecurityScheme } from '../../contract/model/contract.ts';
import type { VerifyOptions } from './verify-options.ts';

/** Which credentials a request is sent with. */
export type CredentialMode = 'own' | 'none' | 'wrong';

/** What is sent with requests: headers, and secrets by the names of security schemes. */
export type Given = Pick<VerifyOptions, 'headers' | 'credentials'>;

/** What stands in the place of a secret that is wrong. */
const WRONG = 'wrong-0f6b1d2c9a';

/** Adds headers and credentials to a request to an operation. */
export function withCredentials(
  request: SentRequest,
  operation: Operation,
  { headers, credentials }: Given,
  mode: CredentialMode,
): SentRequest {
  const schemes = operation.security.flat();
  const isCredential = (name: string) =>
    schemes.some((scheme) => headerOf(scheme) === name.toLowerCase());
  const entries = Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (mode === 'own' || !isCredential(name)) return [[name, value]];
    return mode === 'none' ? [] : [[name, spoil(value)]];
  });
  const own = mode === 'none' ? [] : chooseSchemes(operation, credentials);
  const filled = own.reduce<SentRequest>(
    (sent, scheme) => place(sent, scheme, secretOf(scheme, credentials, mode)),
    { ...request, headers: { ...Object.fromEntries(entries), ...request.headers } },
  );
  return filled;
}

/** Headers that carry what is given, for a program that asks by itself. */
export function listHeaders(
  schemes: readonly SecurityScheme[],
  { headers, credentials }: Given,
): Readonly<Record<string, string>> {
  const known = schemes.filter(
    (scheme) =>
      headerOf(scheme) !== undefined &&
      scheme.in !== 'cookie' &&
      Object.hasOwn(credentials, scheme.name),
  );
  const own = known.map((scheme) => [headerOf(scheme), secretOf(scheme, credentials, 'own')]);
  return { ...headers, ...Object.fromEntries(own) };
}

/** Puts what is given in the place of secrets that a request has already, and that are to be replaced. */
export function replaceSecrets(
  request: Request,
  schemes: readonly SecurityScheme[],
  given: Given,
  isReplaced: (secret: string) => boolean,
): Request {
  const headers = new Headers(request.headers);
  const isIn = (text: string | null) =>
    text !== null && isReplaced(text.replace(/^(?:Bearer|Basic) /i, ''));
  for (const [name, value] of Object.entries(listHeaders(schemes, given))) {
    if (isIn(headers.get(name))) headers.set(name, value);
  }
  const url = new URL(request.url);
  for (const { name, in: where, parameter = '' } of schemes) {
    const secret = given.credentials[name];
    if (secret === undefined || where !== 'query') continue;
    if (isIn(url.searchParams.get(parameter))) url.searchParams.set(parameter, secret);
  }
  return new Request(new Request(url, request), { headers });
}

/** Whether anything of what is given would be taken for credentials of an operation. */
export function hasCredentials({ security }: Operation, { headers, credentials }: Given): boolean {
  const schemes = security.flat();
  const names = Object.keys(headers).map((name) => name.toLowerCase());
  return schemes.some(
    (scheme) => Object.hasOwn(credentials, scheme.name) || names.includes(headerOf(scheme) ?? ''),
  );
}

/** The first alternative of which all schemes are known. */
function chooseSchemes(
  { security }: Operation,
  credentials: Given['credentials'],
): readonly SecurityScheme[] {
  const known = ({ name }: SecurityScheme) => Object.hasOwn(credentials, name);
  return (
    security.find((all) => all.length > 0 && all.every(known)) ?? security.flat().filter(known)
  );
}

function secretOf(
  { name, type, scheme }: SecurityScheme,
  credentials: Given['credentials'],
  mode: CredentialMode,
): string {
  const given = mode === 'wrong' ? WRONG : (credentials[name] ?? '');
  if (type === 'apiKey') return given;
  if (scheme !== 'basic') return `Bearer ${given}`;
  const pair = given.includes(':') ? given : `${given}:${given}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

function place(request: SentRequest, scheme: SecurityScheme, value: string): SentRequest {
  const name = scheme.type === 'apiKey' ? (scheme.parameter ?? '') : 'authorization';
  if (scheme.type === 'apiKey' && scheme.in === 'query') {
    const separator = request.target.includes('?') ? '&' : '?';
    const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
    return { ...request, target: `${request.target}${separator}${pair}` };
  }
  if (scheme.type === 'apiKey' && scheme.in === 'cookie') {
    const [, given] = Object.entries(request.headers).find(([key]) => /^cookie$/i.test(key)) ?? [];
    const cookies = [given, `${name}=${value}`].filter((one) => one !== undefined);
    return withHeader(request, 'Cookie', cookies.join('; '));
  }
  return withHeader(request, name, value);
}

/** Sets a header in the place of one whose name is written otherwise. */
function withHeader(request: SentRequest, name: string, value: string): SentRequest {
  const others = Object.entries(request.headers).filter(
    ([key]) => key.toLowerCase() !== name.toLowerCase(),
  );
  return { ...request, headers: { ...Object.fromEntries(others), [name]: value } };
}

/** Header field that carries credentials of a scheme. */
function headerOf({ type, in: where, parameter }: SecurityScheme): string | undefined {
  if (type !== 'apiKey') return 'authorization';
  if (where === 'cookie') return 'cookie';
  return where === 'header' ? parameter?.toLowerCase() : undefined;
}

/** Keeps the scheme, as in `Bearer wrong`. */
function spoil(value: string): string {
  const [, scheme] = /^(Bearer|Basic|Token|ApiKey)\s/i.exec(value) ?? [];
  if (scheme === undefined) return WRONG;
  return scheme.toLowerCase() === 'basic'
    ? `${scheme} ${Buffer.from(`${WRONG}:${WRONG}`).toString('base64')}`
    : `${scheme} ${WRONG}`;
}
