import type { Api } from '../../generated/mock-control/types.ts';

/** URL of an operation in a sandbox, on the server that the control API is of. */
export function operationAddress(api: Pick<Api, 'url'>, sandbox: string, target: string): string {
  const { origin, pathname } = new URL(api.url);
  // The page may be reached by another origin than the mock knows, as behind a proxy that speaks TLS.
  const own = location.origin === 'null' ? origin : location.origin;
  const prefix = sandbox === 'default' ? '' : `/~${sandbox}`;
  return `${own}${prefix}${pathname.replace(/\/$/, '')}${target}`;
}
