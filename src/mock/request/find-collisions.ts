import type { Operation } from '../../contract/model/contract.ts';
import { splitPathKey } from '../../contract/model/path-key.ts';
import { decodeValid } from '../../contract/model/percent-encoding.ts';
import { pathBelow } from '../http/path-below.ts';
import type { MockApi } from './mock-api.ts';

/** What a mock server keeps for itself. */
export interface OwnRoutes {
  /** Path of the control API; `undefined` where there is none. */
  readonly controlPath: string | undefined;
  /** Whether a request chooses its sandbox and scenario. */
  readonly namedSandboxes: boolean;
}

/** Path or header of an operation that the server takes for its own. */
export interface Collision {
  readonly kind: 'sandbox-path' | 'control-path' | 'header';
  readonly operation: Operation;
  /** Path on the server, or name of the header. */
  readonly found: string;
}

/** Headers of a request by which it chooses its sandbox and its scenario. */
const OWN_HEADERS = ['x-mock-sandbox', 'x-mock-scenario'];

/** Finds what the server itself answers or reads in place of an API. */
export function findCollisions(
  { mount, contract }: Pick<MockApi, 'mount' | 'contract'>,
  own: OwnRoutes,
): Collision[] {
  return contract.operations.flatMap((operation) => {
    const path = mount + splitPathKey(operation.path).template;
    const kind = findOwner(path, own);
    return [
      ...(kind === undefined ? [] : [{ kind, operation, found: path }]),
      ...(own.namedSandboxes ? findHeaders(operation) : []),
    ];
  });
}

function findOwner(
  path: string,
  { controlPath, namedSandboxes }: OwnRoutes,
): Collision['kind'] | undefined {
  if (controlPath !== undefined && pathBelow(path, controlPath) !== undefined)
    return 'control-path';
  const [, first = ''] = path.split('/');
  return namedSandboxes && decodeValid(first).startsWith('~') ? 'sandbox-path' : undefined;
}

function findHeaders(operation: Operation): Collision[] {
  return operation.parameters
    .filter(({ in: place, name }) => place === 'header' && OWN_HEADERS.includes(name.toLowerCase()))
    .map(({ name }) => ({ kind: 'header', operation, found: name }));
}
