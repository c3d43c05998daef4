import { isJsonObject } from '../model/json-cursor.ts';
import { tryJson } from '../model/parse-json.ts';
import { maskBody } from './mask-body.ts';
import { maskNamed } from './mask-text.ts';
import { maskExpected } from './mask-violation.ts';
import type { SecretContext } from './secret-context.ts';
import type { IsSecret } from './secret-name.ts';
import { MASK, maskSecretShapes } from './secret-shape.ts';

type Fields = readonly (readonly [name: string, value: string])[];

/** Fields of which only a part is secret, and how that part is masked. */
const MASKERS: Readonly<Record<string, (value: string) => string>> = {
  authorization: maskCredentials,
  'proxy-authorization': maskCredentials,
  cookie: (value) => value.split(';').map(maskCookie).join('; '),
  'set-cookie': maskSetCookie,
};

/** Scheme of credentials, https://www.rfc-editor.org/rfc/rfc9110#section-11.4; no token is as short. */
const SCHEME = /^[a-z][a-z\d-]{0,31}(?= +\S)/i;

/** Attributes that stay, https://www.rfc-editor.org/rfc/rfc6265#section-4.1; none can hide a second cookie. */
const ATTRIBUTE =
  /^(?:expires=[\w ,:-]+|max-age=-?\d+|domain=[\w.-]+|path=[^,]*|samesite=\w+|secure|httponly|partitioned)$/i;

/** Masks secrets in the values of header fields, so that what remains still has the form of the field. */
export function maskFields(
  fields: Fields,
  context: SecretContext,
): { readonly name: string; readonly value: string }[] {
  return fields.map(([name, value]) => ({
    name,
    value: maskField(name.toLowerCase(), value, context),
  }));
}

function maskField(name: string, value: string, context: SecretContext): string {
  const mask = Object.hasOwn(MASKERS, name) ? MASKERS[name] : undefined;
  if (mask !== undefined) return mask(value);
  if (name === 'x-mock-violations') return maskViolations(value, context.isSecret);
  // "access-control-allow-credentials" has a secret name, but its value is "true".
  if (context.isSecret(name) && !name.startsWith('access-control-')) return MASK;
  // A field may hold JSON, a form, or links.
  return maskBody(value, '', context);
}

/** Masks what was found; a contract may document the field itself, with any text. */
function maskViolations(value: string, isSecret: IsSecret): string {
  const violations = tryJson(value);
  if (!Array.isArray(violations)) return MASK;
  return JSON.stringify(
    violations.filter(isJsonObject).map(({ pointer, expected, ...rest }) => ({
      ...rest,
      pointer: maskNamed(String(pointer), isSecret),
      expected: maskExpected(String(rest.keyword), String(expected), isSecret),
      ...('found' in rest && { found: MASK }),
    })),
  );
}

/** Without a scheme the whole value may be a secret, and so may be a first word that looks like one. */
function maskCredentials(value: string): string {
  const [scheme] = SCHEME.exec(value) ?? [];
  return scheme === undefined || maskSecretShapes(scheme) !== scheme ? MASK : `${scheme} ${MASK}`;
}

function maskCookie(pair: string): string {
  const equals = pair.indexOf('=');
  return equals < 0 ? MASK : `${pair.slice(0, equals).trim()}=${MASK}`;
}

function maskSetCookie(value: string): string {
  const [cookie = '', ...attributes] = value.split(';').map((part) => part.trim());
  const shown = attributes.map((attribute) => (ATTRIBUTE.test(attribute) ? attribute : MASK));
  return [maskCookie(cookie), ...shown].join('; ');
}
