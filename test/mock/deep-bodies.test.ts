import { describe, expect, test } from 'vitest';
import { loadProject } from '../../src/apis/load-project.ts';
import {
  createExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../../src/contract/example/example-request.ts';
import type { Operation } from '../../src/contract/model/contract.ts';
import { bodyFormat } from '../../src/contract/model/media-type.ts';
import { createMock, type MockApi } from '../../src/mock/create-mock.ts';

const apis = await loadProject();
const mock = createMock({ apis });

const NESTS = {
  objects: (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
  lists: (depth: number) => '['.repeat(depth) + ']'.repeat(depth),
};

/** Operations whose bodies are JSON. */
const TAKING = apis.flatMap((api) =>
  api.contract.operations
    .filter(({ body }) => body?.content.some(({ type }) => bodyFormat(type) === 'json'))
    .map((operation) => ({ api, operation, id: `${api.name} ${operation.id}` })),
);

async function send({ mount }: MockApi, operation: Operation, body: string): Promise<Response> {
  const example = withDummyCredentials(createExampleRequest(operation), operation);
  const own = Object.entries(example.headers).map(([name, value]) => [name, String(value)]);
  const headers = { ...Object.fromEntries(own), 'content-type': 'application/json' };
  const url = `http://mock.test${mount}${formatTarget(example)}`;
  return mock.fetch(new Request(url, { method: example.method, headers, body }));
}

function membersOf(operation: Operation): string[] {
  const { body } = createExampleRequest(operation);
  return typeof body === 'object' && body !== null ? Object.keys(body) : [];
}

describe.each(TAKING)('$id', ({ api, operation }) => {
  test.each([501, 20_000])('refuses JSON of %d levels, wherever it is', async (depth) => {
    const names = ['other', ...membersOf(operation)];
    for (const write of Object.values(NESTS)) {
      const texts = [write(depth), ...names.map((name) => `{"${name}":${write(depth - 1)}}`)];
      for (const text of texts) {
        const response = await send(api, operation, text);
        expect(response.status, text.slice(0, 30)).toBeLessThan(500);
        // Found by its depth, not by the end of the stack.
        expect(response.headers.get('x-mock-violations')).toMatch(/levels|a body/);
      }
    }
  });
});
