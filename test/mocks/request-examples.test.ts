import { describe, expect, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import {
  createExampleRequest,
  type ExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../src/contract/example/example-request.ts';
import type { Operation } from '../../src/contract/model/contract.ts';
import { createMock, type MockApi } from '../../src/mock/create-mock.ts';

const apis = await loadProject();

/** Requests of an operation, one with each example of its body, and all with those of all parameters. */
function* listRequests(operation: Operation): Generator<[what: string, request: ExampleRequest]> {
  const base = createExampleRequest(operation);
  const optional = operation.parameters.filter(
    ({ required, example }) => !required && example !== undefined,
  );
  const examplesIn = (place: string) =>
    Object.fromEntries(
      optional.filter((one) => one.in === place).map(({ name, example }) => [name, example]),
    );
  const full = {
    ...base,
    query: { ...base.query, ...examplesIn('query') },
    headers: { ...base.headers, ...examplesIn('header') },
  };
  yield ['parameters', full];
  for (const { type, examples } of operation.body?.content ?? []) {
    for (const { key, value } of examples) yield [key, { ...full, body: value, mediaType: type }];
  }
}

async function send({ contract, ...api }: MockApi, request: ExampleRequest, operation: Operation) {
  const mock = createMock({ apis: [{ ...api, contract }] });
  // Of optional credentials, an example has them.
  const security = [operation.security.at(-1) ?? []];
  const authorized = withDummyCredentials(request, { ...operation, security });
  const { method, body, mediaType, headers } = authorized;
  const isForm = mediaType === 'application/x-www-form-urlencoded';
  const text = isForm ? new URLSearchParams(Object(body)).toString() : JSON.stringify(body);
  const response = await mock.fetch(
    new Request(`http://mock.test${api.mount}${formatTarget(authorized)}`, {
      method,
      redirect: 'manual',
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`])),
        ...(mediaType !== undefined && { 'content-type': mediaType }),
      },
      ...(body !== undefined && { body: text }),
    }),
  );
  return { status: response.status, body: await response.text() };
}

const cases = apis.flatMap((api) =>
  api.contract.operations.flatMap((operation) =>
    [...listRequests(operation)].map(
      ([what, request]) => [api.name, operation.id, what, api, request, operation] as const,
    ),
  ),
);

/** Documented examples that take more than the dummy credentials can do, and the code of the refusal. */
const REFUSED = new Map([['createFileUrls documented-archive', 40007]]);

describe('an example of a request', () => {
  test.each(cases)('works: %s %s, %s', async (_api, id, what, api, request, operation) => {
    const { status, body } = await send(api, request, operation);
    const { code = 0 } = body.startsWith('{') ? JSON.parse(body) : {};
    const expected = REFUSED.get(`${id} ${what}`) ?? (code === 203 ? 203 : 0);
    expect([status < 400, code], body.slice(0, 300)).toEqual([true, expected]);
  });
});
