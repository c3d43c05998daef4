import { loadProject } from '../src/apis/load-project.ts';
import {
  createExampleRequest,
  type ExampleRequest,
  formatTarget,
  withDummyCredentials,
} from '../src/contract/example/example-request.ts';
import type { Contract, Operation } from '../src/contract/model/contract.ts';
import { writeBody, writeHeaders } from './write-request.ts';

const METHODS = ['GET', 'POST', 'PUT'] as const;

export type Method = (typeof METHODS)[number];

export type CaseKind = 'list' | 'create' | 'refused' | 'github';

/** Request that every server gets, and the expected status. */
export interface Case {
  /** Value for `--only`. */
  readonly id: string;
  readonly title: string;
  readonly kind: CaseKind;
  readonly api: string;
  readonly method: Method;
  /** Path and query, relative to the base URL of the API. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
}

interface ApiOperations {
  readonly api: string;
  readonly list: string;
  readonly create: string;
}

const OPERATIONS: readonly ApiOperations[] = [
  { api: 'crego', list: 'listShares', create: 'createShare' },
  { api: 'cloudreve', list: 'listMyShares', create: 'createShare' },
  { api: 'craftkit', list: 'listShares', create: 'createShare' },
  { api: 'zoho-writer', list: 'listPublicDocumentsJson', create: 'shareDocumentJson' },
];

/** API whose documented refusal of an empty object is exactly what our server answers. */
const REFUSING_API = 'crego';

/** Operation of the GitHub REST description with a valid example. */
export const GITHUB_CASE: Case = {
  id: 'github',
  title: 'GitHub, GET user',
  kind: 'github',
  api: 'github',
  method: 'GET',
  target: '/users/octocat',
  headers: { prefer: 'example=default-response' },
  status: 200,
};

/** Path of the GitHub case, as the description writes it. */
export const GITHUB_PATH = '/users/{username}';

/** Loads a list and a create per bundled API, and one refused create, from their examples. */
export async function loadOwnCases(): Promise<Case[]> {
  const apis = await loadProject();
  const accepted = OPERATIONS.flatMap((operations) => {
    const contract = apis.find(({ name }) => name === operations.api)?.contract;
    if (contract === undefined) throw new Error(`There is no bundled API "${operations.api}".`);
    return [
      createCase(operations, 'list', findOperation(contract, operations.list)),
      createCase(operations, 'create', findOperation(contract, operations.create)),
    ];
  });
  return [...accepted, ...accepted.filter(isRefusable).map(refuse)];
}

function findOperation(contract: Contract, id: string): Operation {
  const operation = contract.operations.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`${contract.file} has no operation "${id}".`);
  return operation;
}

function createCase({ api }: ApiOperations, kind: CaseKind, operation: Operation): Case {
  const request = withDummyCredentials(createExampleRequest(operation), operation);
  const method = readMethod(request);
  const { status, example } = findSuccess(operation);
  return {
    id: `${api}-${kind}`,
    title: `${api}, ${method} ${kind}`,
    kind,
    api,
    method,
    target: formatTarget(request),
    headers: { ...writeHeaders(request), prefer: `example=${example}` },
    ...(request.body !== undefined && { body: writeBody(request) }),
    status,
  };
}

function readMethod({ method, path }: ExampleRequest): Method {
  const known = METHODS.find((candidate) => candidate === method);
  if (known === undefined) throw new Error(`${path}: the bench does not support ${method}.`);
  return known;
}

/**
 * Finds the status and first example of the success response.
 *
 * Requests name the example, so that a stateful server responds like a stateless one.
 */
function findSuccess({ id, responses }: Operation): { status: number; example: string } {
  const response = responses.find(({ status }) => status.startsWith('2'));
  const example = response?.content[0]?.examples[0]?.key;
  if (response === undefined || example === undefined) {
    throw new Error(`Operation "${id}" has no success example.`);
  }
  return { status: Number(response.status), example };
}

function isRefusable({ api, kind }: Case): boolean {
  return api === REFUSING_API && kind === 'create';
}

function refuse({ headers: { prefer: _, ...headers }, ...created }: Case): Case {
  return {
    ...created,
    id: 'refused',
    title: `${created.api}, ${created.method} without a required field`,
    kind: 'refused',
    headers,
    body: '{}',
    status: 400,
  };
}
