import type { MockApi } from '../../mock/create-mock.ts';
import type { Enforcer } from './enforcer.ts';
import { createMockCaller } from './mock-caller.ts';
import { describePlaces, namesPlace } from './name-place.ts';

/** The mock as it is served: a request that the contract forbids is refused, and its journal names the place. */
export function createMockRequests(api: MockApi): Enforcer {
  const mock = createMockCaller(api);
  return {
    name: 'mock requests',
    directions: ['request'],
    async judge(message) {
      if (message.direction !== 'request') return 'it is an answer';
      if (api.readBody !== undefined && message.constraint?.keyword === 'mediaType')
        return 'the provider reads a body whatever its media type';
      const { isForbidden, violations, status } = await mock.call(
        message.operation,
        message.request,
      );
      return {
        isRefused: isForbidden,
        isNamed: namesPlace(violations, message),
        said: violations.length === 0 ? `status ${status}` : describePlaces(violations),
      };
    },
    close: mock.close,
  };
}
