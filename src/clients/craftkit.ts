import { type ApiClient, createClient } from '../generated/craftkit/client.ts';
import type { BearerClientOptions } from './client-options.ts';
import { createCraftkitError } from './craftkit/craftkit-error.ts';
import { sendBearer } from './send-bearer.ts';

export { CraftkitError } from './craftkit/craftkit-error.ts';
export {
  type VerifyWebhookOptions,
  verifyWebhook,
  type WebhookDelivery,
} from './craftkit/verify-webhook.ts';
export { WebhookBodyError } from './craftkit/webhook-body-error.ts';
export {
  WebhookSignatureError,
  type WebhookSignatureReason,
} from './craftkit/webhook-signature-error.ts';

export type CraftkitClient = ApiClient;

/** Creates a typed Craftkit client; `token` is a project key such as `ck_live_…`. Failures are thrown as CraftkitError. */
export function createCraftkitClient(options: BearerClientOptions): CraftkitClient {
  return createClient(
    sendBearer({ ...options, createFailure: options.createFailure ?? createCraftkitError }),
  );
}
