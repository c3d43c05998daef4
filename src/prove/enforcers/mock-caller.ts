import type { CaseRequest } from '../../cases/case.ts';
import { toSent } from '../../cases/sent-request.ts';
import { withDummyCredentials } from '../../contract/example/example-request.ts';
import type { Operation } from '../../contract/model/contract.ts';
import type { DescribedViolation } from '../../contract/model/describe-violation.ts';
import { createMock, type MockApi } from '../../mock/create-mock.ts';

/** Answer of a mock, and what its journal has of the request. */
export interface Recorded {
  readonly status: number;
  readonly headers: Headers;
  readonly violations: readonly DescribedViolation[];
  /** Whether the request was refused for what it is. */
  readonly isForbidden: boolean;
}

/** Sends requests to a mock in this process, one at a time, and reads what its journal has of them. */
export interface MockCaller {
  call(operation: Operation, request: CaseRequest): Promise<Recorded>;
  close(): Promise<void>;
}

const NOTHING = { violations: [], isForbidden: false };
const ORIGIN = 'http://mock.test';

/** Creates a mock of one API, and what calls it. */
export function createMockCaller(api: MockApi): MockCaller {
  let recorded: Pick<Recorded, 'violations' | 'isForbidden'> | undefined;
  const mock = createMock({
    apis: [api],
    namedSandboxes: false,
    logError: () => {},
    sandboxes: {
      onRecord: (_, { violations, isForbidden }) => {
        recorded = { violations, isForbidden };
      },
    },
  });
  return {
    async call(operation, request) {
      const asked =
        request.credentials === 'none' ? request : withDummyCredentials(request, operation);
      const { method, target, headers, body } = toSent(asked, request.written);
      const sent = new Request(`${ORIGIN}${api.mount}${target}`, {
        method,
        headers,
        redirect: 'manual',
        ...(body !== undefined && { body }),
      });
      recorded = undefined;
      const answer = await mock.fetch(sent);
      await answer.body?.cancel();
      const { status } = answer;
      return { status, headers: answer.headers, ...(recorded ?? NOTHING) };
    },
    close: mock.close,
  };
}
