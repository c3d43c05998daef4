/** Parts of the URI of a file or folder, https://docs.cloudreve.org/en/api/file-uri. */
export interface FileUri {
  /** `my`, `share`, `shared_with_me` or `trash`. */
  readonly fileSystem: string;
  /** Id of the share, or of the user whose files these are. */
  readonly id?: string;
  /** Password of the share. */
  readonly password?: string;
  /** Names from the root down, decoded; empty for the root. */
  readonly path: readonly string[];
  readonly query?: URLSearchParams;
}

const PARTS =
  /^cloudreve:\/\/(?:([^/?#@:]*)(?::([^/?#@]*))?@)?([\w\-.~]+)(\/[^?#]*)?(?:\?([^#]*))?(?:#.*)?$/isu;
/** No name may be one of these, for the server takes them away: https://pkg.go.dev/path#Clean. */
const NO_NAME: readonly string[] = ['', '.', '..'];

/**
 * Reads the parts of a file URI such as `cloudreve://EBuq:745@share/a%20b`.
 *
 * Slashes at the end, `.` and `..` are read as the server does, and an encoded slash separates names as well. Throws
 * TypeError for any other text, which the message does not repeat, since it may have a password.
 */
export function parseFileUri(text: string): FileUri {
  const [matched, id, password, fileSystem = '', path = '', query] = PARTS.exec(text) ?? [];
  if (matched === undefined) {
    throw new TypeError(
      'File URI: expected "cloudreve://", a file system and a path, as in "cloudreve://my/Docs", found another form.',
    );
  }
  return {
    fileSystem: fileSystem.toLowerCase(),
    ...(id !== undefined && id !== '' && { id: decode(id, 'id') }),
    ...(password !== undefined && { password: decode(password, 'password') }),
    path: splitPath(decode(path, 'path')),
    ...(query !== undefined && { query: new URLSearchParams(query) }),
  };
}

/**
 * Writes a file URI; the root of a file system ends with a slash.
 *
 * Throws TypeError for a file system that is no host name, for a password without an id, and for a name that no file
 * can have: an empty one, `.`, `..`, or one with a slash.
 */
export function buildFileUri({ fileSystem, id, password, path, query }: FileUri): string {
  if (!/^[\w\-.~]+$/.test(fileSystem)) {
    throw new TypeError(
      `File URI: expected a file system such as "my", found ${JSON.stringify(fileSystem)}.`,
    );
  }
  if (password !== undefined && (id === undefined || id === '')) {
    throw new TypeError('File URI: expected the id of a share beside its password, found none.');
  }
  const wrong = path.find((name) => NO_NAME.includes(name) || name.includes('/'));
  if (wrong !== undefined) {
    throw new TypeError(
      `File URI: expected names of files and folders, found ${JSON.stringify(wrong)}. Give one item for each name.`,
    );
  }
  const secret = password === undefined ? '' : `:${encode(password)}`;
  const user = id === undefined || id === '' ? '' : `${encode(id)}${secret}@`;
  const search = query === undefined ? '' : `?${query}`;
  return `cloudreve://${user}${fileSystem.toLowerCase()}/${path.map(encode).join('/')}${search}`;
}

function splitPath(path: string): string[] {
  const names: string[] = [];
  for (const name of path.split('/')) {
    if (name === '..') names.pop();
    else if (!NO_NAME.includes(name)) names.push(name);
  }
  return names;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(text: string, part: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new TypeError(
      `File URI: expected percent-encoded UTF-8 in its ${part}, found a "%" that encodes nothing. Write it as "%25".`,
      { cause },
    );
  }
}
