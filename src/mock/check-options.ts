import { isControlPath } from './control/control-mount.ts';
import { describeBadOrigin, isPageOrigin } from './control/control-origin.ts';
import { findTokenDefect } from './control/control-token.ts';

/** Options of a mock that guard something. */
export interface GuardingOptions {
  readonly bodyLimit?: number | undefined;
  readonly control?:
    | {
        readonly token?: string | undefined;
        readonly path?: string | undefined;
        readonly origins?: readonly string[] | undefined;
      }
    | undefined;
  readonly settings?: { readonly credentials: Iterable<string> } | undefined;
  readonly sandboxes?:
    | { readonly limit?: number | undefined; readonly rowLimit?: number | undefined }
    | undefined;
}

/**
 * Throws an Error for an option that would guard nothing, such as a secret that is empty because an environment variable
 * is not set, or a limit that was made from it.
 */
export function checkOptions({ bodyLimit, control, settings, sandboxes }: GuardingOptions): void {
  const { token, path, origins = [] } = control ?? {};
  const tokenDefect = token === undefined ? undefined : findTokenDefect(token);
  if (tokenDefect !== undefined) {
    throw new Error(`control.token: expected visible ASCII characters, found ${tokenDefect}.`);
  }
  if (path !== undefined && !isControlPath(path)) {
    throw new Error(`control.path: expected a path such as "/__mock", found "${path}".`);
  }
  const wrongOrigin = origins.find((origin) => !isPageOrigin(origin));
  if (wrongOrigin !== undefined) {
    throw new Error(`control.origins: ${describeBadOrigin(wrongOrigin)}`);
  }
  if (origins.length > 0 && token === undefined) {
    throw new Error(
      'control.origins: expected a control token as well, found none. Give one in control.token.',
    );
  }
  if ([...(settings?.credentials ?? [])].some((secret) => secret.trim() === '')) {
    throw new Error('settings.credentials: expected secrets, found an empty text.');
  }
  checkLimit('bodyLimit', bodyLimit);
  checkLimit('sandboxes.limit', sandboxes?.limit);
  checkLimit('sandboxes.rowLimit', sandboxes?.rowLimit);
}

function checkLimit(name: string, limit: number | undefined): void {
  if (limit === undefined || (Number.isSafeInteger(limit) && limit >= 0)) return;
  throw new Error(`${name}: expected a whole number of at least 0, found ${limit}.`);
}
