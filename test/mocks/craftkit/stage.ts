import { loadProject } from '../../../src/apis/load-project.ts';
import type { Contract } from '../../../src/contract/model/contract.ts';
import { readFrom } from '../../../src/contract/model/header-reader.ts';
import type { ContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import type { RenderedReply } from '../../../src/mock/answer/render-reply.ts';
import type { Behaviour } from '../../../src/mock/authoring/behaviour.ts';
import type { ApiRequest, Refusal } from '../../../src/mock/authoring/refusal.ts';
import type { Reply } from '../../../src/mock/authoring/reply.ts';
import type { WebhookMessage } from '../../../src/mock/authoring/webhook-message.ts';
import { openContext } from '../../../src/mock/request/context.ts';
import { serveApi } from '../../../src/mock/request/served-api.ts';
import { createSandboxes } from '../../../src/mock/state/sandboxes.ts';

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

const apis = await loadProject();

/** Sets the stage of an own API with a seed; its time stands still. */
export function stageOf(name: string, seed: string): Stage {
  const api = apis.find((candidate) => candidate.name === name);
  if (api?.behaviour === undefined) throw new Error(`No own API "${name}" has a behaviour.`);
  const { contract, behaviour } = api;
  const sent: WebhookMessage[] = [];
  const sandbox = createSandboxes({ readTime: () => 0 }).open('default');
  sandbox.webhook = { url: 'http://127.0.0.1:1', secret: 's' };
  const served = serveApi(
    { name, mount: '', contract, behaviour },
    { sendWebhook: (message) => sent.push(message) },
  );
  const open = (request: ApiRequest) => {
    const opened = openContext(served, { base: 'http://mock.test' }, sandbox, request, seed);
    if (opened === undefined) throw new Error(`"${name}" has no behaviour.`);
    return opened;
  };
  return {
    contract,
    behaviour,
    checks: served.checks,
    sent,
    call: (operationId, { path, body, headers = {} }) => {
      const operation = contract.operations.find(({ id }) => id === operationId);
      if (operation === undefined) throw new Error(`No operation is called "${operationId}".`);
      const handle = served.handlers.get(operationId);
      if (handle === undefined) throw new Error(`"${operationId}" has no handler.`);
      const asked = { query: new URLSearchParams(), headers: readFrom(headers) };
      const { values } = served.checks.readParameters(operation, { path, ...asked });
      const request = { method: operation.method, path: operation.path, ...asked, operation };
      const { context, perform } = open(request);
      return replyOf(perform(() => handle({ ...context, ...values, body, caller: undefined })));
    },
    open: (path, headers = {}) => {
      const found = served.findPage('GET', path);
      if (found === undefined) throw new Error(`No page is at "${path}".`);
      const asked = { query: new URLSearchParams(), headers: readFrom(headers) };
      const { context, perform } = open({ method: 'GET', path, ...asked, operation: undefined });
      return replyOf(
        perform(() => found.page.handle({ ...context, path: found.values, caller: undefined })),
      );
    },
    rows: (table) =>
      served.stateful === undefined
        ? []
        : (sandbox.open(served.stateful, seed).tables[table]?.rows() ?? []),
  };
}

/** Reply of an outcome before it was rendered. */
function replyOf(outcome: RenderedReply | Refusal): Reply | Refusal {
  return 'kind' in outcome ? outcome : outcome.reply;
}
