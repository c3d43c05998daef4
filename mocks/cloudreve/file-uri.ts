/** URI of a file or folder, as the server reads it. */
export interface FileUri {
  /** File system in lower case, such as `my` or `share`. */
  readonly fileSystem: string;
  /** Id of a user or share; empty if there is none. */
  readonly id: string;
  /** Password of a share; empty if there is none. */
  readonly password: string;
  /** Names on the path from the root, decoded. */
  readonly names: readonly string[];
  /** URI of the root, without a slash at its end. */
  readonly root: string;
  /** The whole URI in the spelling of the server. */
  readonly text: string;
}

/** What Go's `url.Parse` splits a URI into. */
const PARTS = /^cloudreve:(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?/i;
const CONTROL = /\p{Cc}/u;
const USER_INFO = /^[\w\-.~!$&'()*+,;=:%@]*$/;
const HOST = /^[\w\-.~!$&'()*+,;=<>"[\]\u0080-\u{10ffff}]*(?::\d*)?$/u;
/** What may not stand in the path of a URI as it is. */
const NOT_IN_PATH = /[^\w\-.~!$&'()*+,;=:@/%]/gu;

/**
 * Parses a file URI as leniently as https://pkg.go.dev/net/url#Parse does; `undefined` for any
 * other text.
 */
export function readFileUri(text: string): FileUri | undefined {
  const [matched, authority = '', sentPath = '', query = ''] = PARTS.exec(text) ?? [];
  if (matched === undefined || CONTROL.test(text.replace(/#.*/s, ''))) return undefined;
  const at = authority.lastIndexOf('@');
  const host = authority.slice(at + 1);
  const user = authority.slice(0, Math.max(at, 0));
  const [, id = '', password] = /^([^:]*)(?::(.*))?$/.exec(user) ?? [];
  if (!HOST.test(host) || !USER_INFO.test(user)) return undefined;
  if ([user, sentPath].some(hasBadEscape)) return undefined;
  const root = `cloudreve://${at === -1 ? '' : writeUser(id, password)}${host}`;
  const path = sentPath.replace(/\/$/, '').toWellFormed();
  return {
    fileSystem: host.toLowerCase(),
    id: decode(id),
    password: decode(password ?? ''),
    names: splitPath(decode(sentPath)),
    root,
    text: root + path.replaceAll(NOT_IN_PATH, encodeURIComponent) + query,
  };
}

function writeUser(id: string, password: string | undefined): string {
  const [user, secret] = [id, password ?? ''].map((part) => encodeURIComponent(decode(part)));
  return password === undefined ? `${user}@` : `${user}:${secret}@`;
}

/** Writes the URI of what lies below a root; that of the root itself ends with a slash. */
export function writeBelow(root: string, names: readonly string[]): string {
  return `${root}/${names.map((name) => encodeURIComponent(name.toWellFormed())).join('/')}`;
}

function hasBadEscape(text: string): boolean {
  return /%(?![\da-f]{2})/i.test(text);
}

/** Decodes percent-encoding; bytes that are no UTF-8, which no name here has, stay as they are. */
function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Splits a decoded path as https://pkg.go.dev/path#Clean does, where an encoded slash separates too. */
function splitPath(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return names;
}
