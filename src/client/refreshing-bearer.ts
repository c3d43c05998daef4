import { setHeader } from './hide-value.ts';
import type { Middleware } from './middleware.ts';

/** Where tokens come from. */
export interface TokenSource {
  /** Token that is in use, without the word `Bearer`; none is sent if it is absent. */
  readonly token: () => string | undefined | Promise<string | undefined>;
  /**
   * Gets a new token for one that is no longer accepted, and keeps it for `token`; calls that need one at the same time share it.
   */
  readonly refresh: (stale: string | undefined) => string | Promise<string>;
  /** Whether an answer says that the token is no longer accepted; status 401 by default. It may read the body. */
  readonly isExpired?: (response: Response) => boolean | Promise<boolean>;
}

/** Sends a bearer token: https://www.rfc-editor.org/rfc/rfc6750#section-2.1, and a request again, once, with a new one. */
export function refreshingBearer({
  token,
  refresh,
  isExpired = ({ status }) => status === 401,
}: TokenSource): Middleware {
  let refreshing: Promise<string> | undefined;
  return async (request, next) => {
    const again = request.clone();
    const used = await token();
    const response = await next(authorize(request, used));
    const copy = response.clone();
    const isStale = await isExpired(copy);
    // A copy that nobody reads would keep all of the body, and the connection open.
    discard(copy);
    if (!isStale) return response;
    discard(response);
    // Another call may have got a new one in the meantime.
    const current = await token();
    const fresh = current === used ? await refreshOnce(used) : current;
    return await next(authorize(again, fresh));
  };

  function refreshOnce(stale: string | undefined): Promise<string> {
    refreshing ??= Promise.resolve(stale)
      .then(refresh)
      .finally(() => {
        refreshing = undefined;
      });
    return refreshing;
  }
}

/** A body that was read cannot be cancelled, and need not be. */
function discard({ body }: Response): void {
  body?.cancel().catch(() => undefined);
}

function authorize(request: Request, token: string | undefined): Request {
  if (token !== undefined) setHeader(request.headers, 'authorization', `Bearer ${token}`);
  return request;
}
