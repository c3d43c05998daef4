import { describe, expect, test } from 'vitest';
import { formatStartMessage, serializeStart } from '../../src/cli/start-message.ts';
import { contractFromYaml } from '../support/contract-from-yaml.ts';

const ORIGIN = 'http://127.0.0.1:4010';

describe('formatStartMessage', () => {
  test('lists the base URL of each API, and of the docs', async () => {
    const contract = await contractFromYaml('paths: {}');
    const apis = [
      { name: 'notes', mount: '/notes', contract },
      { name: 'long-letters', mount: '/long-letters/api/v4', contract },
    ];
    const docs = async () => ({ status: 200, headers: {} });
    expect(formatStartMessage(ORIGIN, { apis, docs })).toMatchInlineSnapshot(`
      "Mock server listens on http://127.0.0.1:4010
        notes         http://127.0.0.1:4010/notes
        long-letters  http://127.0.0.1:4010/long-letters/api/v4
        docs          http://127.0.0.1:4010/docs/
      Stop it with Ctrl+C."
    `);
  });

  test('lists a single file at the root, and no docs where none are served', async () => {
    const contract = await contractFromYaml('paths: {}');
    const apis = [{ name: 'notes.yaml', mount: '', contract }];
    expect(formatStartMessage(ORIGIN, { apis })).toMatchInlineSnapshot(`
      "Mock server listens on http://127.0.0.1:4010
        notes.yaml  http://127.0.0.1:4010/
      Stop it with Ctrl+C."
    `);
  });
});

describe('formatStartMessage of a mock with a control API', () => {
  const control = {
    loadContract: () => contractFromYaml('paths: {}'),
    console: 'console',
    agents: async () => new Response(),
  };
  const linesOf = async (mount: string, path?: string) => {
    const apis = [{ name: 'notes', mount, contract: await contractFromYaml('paths: {}') }];
    const message = formatStartMessage(ORIGIN, { apis, control: { ...control, path } });
    return message.split('\n').slice(2, -1);
  };

  test.each([
    ['at the root', '/notes', undefined, ['/', '/_mock/mcp']],
    ['beside an API that has the root', '', undefined, ['/_mock/console/', '/_mock/mcp']],
    ['at another path', '', '/__mock', ['/__mock/console/', '/__mock/mcp']],
  ])('names the console and the tools of agents, %s', async (_what, mount, path, [page, tools]) => {
    expect(await linesOf(mount, path)).toEqual([
      `  console  ${ORIGIN}${page}`,
      `  agents   ${ORIGIN}${tools}`,
    ]);
  });
});

describe('serializeStart', () => {
  test('lists the same as one line of JSON', async () => {
    const contract = await contractFromYaml('paths: {}');
    const apis = [{ name: 'notes.yaml', mount: '', contract }];
    const docs = async () => ({ status: 200, headers: {} });
    expect(JSON.parse(serializeStart(ORIGIN, { apis, docs }, new Date(0)))).toEqual({
      time: '1970-01-01T00:00:00.000Z',
      event: 'start',
      url: ORIGIN,
      served: [
        { name: 'notes.yaml', url: `${ORIGIN}/` },
        { name: 'docs', url: `${ORIGIN}/docs/` },
      ],
    });
  });
});
