import { setTimeout } from 'node:timers/promises';
import type { WebhookMessage } from '../authoring/webhook-message.ts';
import type { MockApi } from '../request/mock-api.ts';
import { toStatefulApi } from '../request/stateful-api.ts';
import type { Sandbox } from '../state/sandbox.ts';
import type { WebhookReceiver } from '../state/sandbox-settings.ts';

/** API that sends webhooks. */
type SendingApi = Pick<MockApi, 'name' | 'contract' | 'behaviour'>;

/** Sends the webhooks of behaviours to the receivers that are configured for sandboxes. */
export interface WebhookSender {
  readonly send: (message: WebhookMessage, api: SendingApi, sandbox: Sandbox) => void;
  /** Cancels all pending deliveries. */
  readonly close: () => void;
}

/** Webhook that is being delivered. */
interface Delivery {
  readonly message: WebhookMessage;
  readonly api: SendingApi;
  readonly sandbox: Sandbox;
  readonly receiver: WebhookReceiver;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

const MAX_ATTEMPTS = 6;
/** Milliseconds for each attempt. */
const TIMEOUT = 15_000;
/** Milliseconds before the first retry, doubled for each further one. */
const FIRST_RETRY_DELAY = 1000;

/** Waits in real time, without keeping the process alive. */
type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Creates a sender that retries until it gets a 2xx, and records each attempt in the journal. */
export function createWebhookSender(wait: Wait = sleep): WebhookSender {
  const closing = new AbortController();
  return {
    send: (message, api, sandbox) => {
      if (sandbox.webhook === undefined) return;
      const delivery = prepare(message, api, sandbox, sandbox.webhook);
      void deliver(delivery, closing.signal, wait);
    },
    close: () => closing.abort(),
  };
}

function prepare(
  message: WebhookMessage,
  api: SendingApi,
  sandbox: Sandbox,
  receiver: WebhookReceiver,
): Delivery {
  const text = JSON.stringify(message.body);
  const id = sandbox.random.uuid();
  const stateful = toStatefulApi(api);
  const now = stateful === undefined ? Date.now() : sandbox.now(stateful);
  const headers = {
    'content-type': 'application/json',
    ...message.headers({ text, id, secret: receiver.secret, now }),
  };
  return { message, api, sandbox, receiver, text, headers };
}

async function deliver(delivery: Delivery, signal: AbortSignal, wait: Wait): Promise<void> {
  let delay = FIRST_RETRY_DELAY;
  for (let attempt = 1; attempt <= MAX_ATTEMPTS && !signal.aborted; attempt += 1) {
    if (await post(delivery, signal)) return;
    if (attempt === MAX_ATTEMPTS || signal.aborted) return;
    await wait(delay, signal);
    delay *= 2;
  }
}

/** Makes one attempt; `true` if the receiver accepted the message. */
async function post(delivery: Delivery, signal: AbortSignal): Promise<boolean> {
  const { receiver, text, headers } = delivery;
  const startedAt = performance.now();
  try {
    const response = await fetch(receiver.url, {
      method: 'POST',
      body: text,
      headers,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]),
    });
    const body = new Uint8Array(await response.arrayBuffer());
    record(delivery, performance.now() - startedAt, response, body);
    return response.ok;
  } catch {
    // No response: the receiver is unreachable, too slow, or the sender was closed.
    record(delivery, performance.now() - startedAt);
    return false;
  }
}

function record(
  { message, api, sandbox, receiver, text, headers }: Delivery,
  milliseconds: number,
  response?: Response,
  body?: Uint8Array,
): void {
  const { contract, name } = api;
  const { origin, pathname, search } = new URL(receiver.url);
  const operation = contract.webhooks.find(({ path }) => path === message.webhook)?.id;
  sandbox.journal.record({
    kind: 'webhook',
    at: Date.now(),
    api: name,
    method: 'POST',
    origin,
    path: pathname,
    query: search.slice(1),
    operation,
    pathValues: undefined,
    contract: undefined,
    status: response?.status,
    milliseconds,
    violations: [],
    isForbidden: false,
    request: { headers: Object.entries(headers).flat(), body: text },
    response: response && { headers: [...response.headers].flat(), body },
  });
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { ref: false, signal }).catch(() => {});
}
