import type { WebhookMessage } from '../authoring/webhook-message.ts';
import type { MockApi } from '../request/mock-api.ts';
import { toStatefulApi } from '../request/stateful-api.ts';
import type { Sandbox } from '../state/sandbox.ts';
import type { WebhookReceiver } from '../state/sandbox-settings.ts';
import type { Webhook } from '../state/webhook.ts';

/** API that sends webhooks. */
type SendingApi = Pick<MockApi, 'name' | 'contract' | 'behaviour'>;

/** Prepares a message for a receiver; its id is drawn from the sandbox. */
export function prepareWebhook(
  message: WebhookMessage,
  api: SendingApi,
  sandbox: Sandbox,
  { url, secret }: WebhookReceiver,
): Webhook {
  const text = JSON.stringify(message.body);
  const id = sandbox.random.uuid();
  const stateful = toStatefulApi(api);
  const now = stateful === undefined ? Date.now() : sandbox.now(stateful);
  const headers = {
    'content-type': 'application/json',
    ...message.headers({ text, id, secret, now }),
  };
  const { webhooks } = api.contract;
  const operation = webhooks.find(({ path }) => path === message.webhook)?.id;
  return { id, api: api.name, operation, url, headers, text };
}
