import { type McpServer, ResourceTemplate, type Variables } from '@modelcontextprotocol/server';
import { toPlain } from '../contract/model/to-plain.ts';
import type { AgentHost } from './agent-host.ts';
import { describeFailure } from './describe-failure.ts';
import { listServed, requireContract } from './find-api.ts';
import { readOperation } from './read-operation.ts';
import { ToolError } from './tool-error.ts';

/** Longest document that is given as a resource, in characters. */
const MAX_DOCUMENT = 2_000_000;
const MEDIA_TYPE = 'application/json';

/** Offers the contracts of the mock, and each operation of them. */
export function offerResources(server: McpServer, host: AgentHost): void {
  const listNames = async () => (await listServed(host)).map(({ name }) => name);
  const completeApi = async (begun: string) =>
    (await listNames()).filter((name) => name.startsWith(begun));
  server.registerResource(
    'contract',
    new ResourceTemplate('contract://{api}', {
      list: async () => ({
        resources: (await listServed(host)).map(({ name, title }) => ({
          uri: `contract://${encodeURIComponent(name)}`,
          name,
          title: `Contract of ${title}`,
        })),
      }),
      complete: { api: completeApi },
    }),
    {
      title: 'Contract',
      description: 'OpenAPI document of an API of the mock, in one file.',
      mimeType: MEDIA_TYPE,
    },
    (uri, variables) =>
      answer(uri, async () => {
        const { document } = await requireContract(host, readVariable(variables, 'api'));
        return JSON.stringify(toPlain(document));
      }),
  );
  server.registerResource(
    'operation',
    new ResourceTemplate('contract://{api}/operations/{operation}', {
      list: undefined,
      complete: {
        api: completeApi,
        operation: async (begun, context) => {
          const api = context?.arguments?.api;
          if (api === undefined) return [];
          const { operations } = await host.control.listApiOperations({ path: { api } });
          return operations.map(({ id }) => id).filter((id) => id.startsWith(begun));
        },
      },
    }),
    {
      title: 'Operation',
      description: 'Operation of an API: parameters, schemas, answers, samples and provenance.',
      mimeType: MEDIA_TYPE,
    },
    (uri, variables) =>
      answer(uri, async () => {
        const api = readVariable(variables, 'api');
        const operation = readVariable(variables, 'operation');
        return JSON.stringify(await readOperation(host, api, operation));
      }),
  );
}

async function answer(uri: URL, read: () => Promise<string>) {
  try {
    const text = await read();
    if (text.length > MAX_DOCUMENT) {
      throw new ToolError(
        `It has ${text.length} characters, more than the ${MAX_DOCUMENT} that are given at once. Read its operations instead.`,
      );
    }
    return { contents: [{ uri: uri.href, mimeType: MEDIA_TYPE, text }] };
  } catch (error) {
    throw new ToolError(`${uri.href}: ${describeFailure(error)}`, { cause: error });
  }
}

function readVariable(variables: Variables, name: string): string {
  const value = variables[name];
  return decodeURIComponent(typeof value === 'string' ? value : '');
}
