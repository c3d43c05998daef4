import { isSecretName } from '../../contract/secrets/secret-name.ts';
import { MASK, maskSecretShapes } from '../../contract/secrets/secret-shape.ts';

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
export function maskFields(fields: Fields): { readonly name: string; readonly value: string }[] {
  return fields.map(([name, value]) => ({ name, value: maskField(name.toLowerCase(), value) }));
}

function maskField(name: string, value: string): string {
  const mask = Object.hasOwn(MASKERS, name) ? MASKERS[name] : undefined;
  if (mask !== undefined) return mask(value);
  // "access-control-allow-credentials" has a secret name, but its value is "true".
  const isSecret = isSecretName(name) && !name.startsWith('access-control-');
  return isSecret ? MASK : maskSecretShapes(value);
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
