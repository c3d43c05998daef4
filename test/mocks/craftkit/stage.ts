import { loadOwnApis } from '../../../src/cli/load-apis.ts';
import type { Contract } from '../../../src/contract/contract.ts';
import {
  type ContractChecks,
  createContractChecks,
} from '../../../src/contract/contract-checks.ts';
import { readFrom } from '../../../src/contract/header-reader.ts';
import { performPage, prepareAct, type Scene } from '../../../src/mock/behave.ts';
import type { Behaviour, WebhookMessage } from '../../../src/mock/behaviour.ts';
import { createPageIndex } from '../../../src/mock/page-index.ts';
import type { Refusal, Reply } from '../../../src/mock/refusal.ts';
import { createSandboxes } from '../../../src/mock/sandbox/sandboxes.ts';
import { wireRequest } from '../../support/wire-request.ts';

export interface StagedCall {
  readonly path: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A world of one seed, its rules called without a server between. */
export interface Stage {
  readonly contract: Contract;
  readonly behaviour: Behaviour;
  readonly checks: ContractChecks;
  readonly call: (operationId: string, call: StagedCall) => Reply | Refusal;
  readonly open: (path: string, headers?: Readonly<Record<string, string>>) => Reply | Refusal;
  /** All rows of a table. */
  readonly rows: (table: string) => readonly object[];
  /** What was sent to the receiver of webhooks. */
  readonly sent: readonly WebhookMessage[];
}

const apis = await loadOwnApis();

/** Sets the stage of an own API with a seed; its time stands still. */
export function stageOf(name: string, seed: string): Stage {
  const api = apis.find((candidate) => candidate.name === name);
  if (api?.behaviour === undefined) throw new Error(`No own API "${name}" has a behaviour.`);
  const { contract, behaviour } = api;
  const sent: WebhookMessage[] = [];
  const sandbox = createSandboxes({ readTime: () => 0 }).open('default');
  const scene: Scene = {
    api: { name, contract, behaviour },
    sandbox,
    seed,
    settings: { closedWorld: false, strictAuth: false, credentials: new Set() },
    base: 'http://mock.test',
    deliver: (describe) => sent.push(describe()),
  };
  const checks = createContractChecks(contract);
  const findPage = createPageIndex(behaviour.pages ?? []);
  return {
    contract,
    behaviour,
    checks,
    sent,
    call: (operationId, { path, body, headers = {} }) => {
      const operation = contract.operations.find(({ id }) => id === operationId);
      if (operation === undefined) throw new Error(`No operation is called "${operationId}".`);
      const source = { path, query: new URLSearchParams(), headers: readFrom(headers) };
      const wire = wireRequest(operation.method, headers);
      const act = prepareAct(scene, operation, source, wire, operation.path);
      if (act === undefined) throw new Error(`"${operationId}" has no handler.`);
      const parameters = checks.readParameters(operation, source).values;
      return act.perform(undefined, { parameters, body }, (reply) => reply);
    },
    open: (path, headers = {}) => {
      const found = findPage('GET', path);
      if (found === undefined) throw new Error(`No page is at "${path}".`);
      const query = new URLSearchParams();
      const request = { method: 'GET', path, query, headers: readFrom(headers) };
      return performPage(scene, found.page, found.values, request);
    },
    rows: (table) => sandbox.enter(scene.api, seed).tables[table]?.rows() ?? [],
  };
}
