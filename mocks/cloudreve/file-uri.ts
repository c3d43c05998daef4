/** Parsed file URI. */
export interface FileUri {
  /** File system. */
  readonly host: string;
  /** Id of a user or share; empty for the caller. */
  readonly user: string;
  /** Password of a share. */
  readonly password: string;
  /** Names on the path below the root. */
  readonly names: readonly string[];
}

const URI = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/i;
/** Characters that a host may not have, https://pkg.go.dev/net/url#Parse. */
const NO_HOST = /[\s"<>\\^`{|}%]/;

/**
 * Parses a file URI as the server does, which asks for little: spaces and letters of any script need no escape, scheme and host are in any
 * case, and an escaped slash separates names. `undefined` for another scheme and for what cannot be parsed.
 */
export function readFileUri(text: string): FileUri | undefined {
  const [, scheme = '', authority = '', path = ''] = URI.exec(text) ?? [];
  const [, user = '', password = '', host = ''] =
    /^(?:([^:@]*)(?::([^@]*))?@)?(.*)$/.exec(authority) ?? [];
  if (scheme.toLowerCase() !== 'cloudreve' || NO_HOST.test(host)) return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no URI has them.
  if (/[\x00-\x1f\x7f]/.test(text)) return undefined;
  try {
    return {
      host: host.toLowerCase(),
      user: decodeURIComponent(user),
      password: decodeURIComponent(password),
      names: resolveDots(decodeURIComponent(path).split('/')),
    };
  } catch {
    return undefined;
  }
}

/** Names on a path, without empty ones and `.`, and with each `..` taking one away. */
function resolveDots(segments: readonly string[]): string[] {
  const names: string[] = [];
  for (const segment of segments) {
    if (segment === '..') names.pop();
    else if (segment !== '' && segment !== '.') names.push(segment);
  }
  return names;
}
