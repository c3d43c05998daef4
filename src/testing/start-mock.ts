import { openMock } from './open-mock.ts';
import type { TestMock } from './test-sandbox.ts';
import type { TestServerOptions } from './testing-options.ts';

/**
 * Starts a mock for tests that serves over HTTP, on a free port of this machine alone unless the options say otherwise.
 *
 * Rejects as `createMock` does, and with the system's error, such as EADDRINUSE.
 */
export function startMock(options: TestServerOptions = {}): Promise<TestMock> {
  const { port = 0, host = '127.0.0.1' } = options;
  return openMock(options, async (mock) => {
    try {
      const { url } = await mock.listen({ port, host });
      return { origin: url, fetch: (input, init) => fetch(input, init) };
    } catch (error) {
      await mock.close();
      throw error;
    }
  });
}
