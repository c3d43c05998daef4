import type { WebhookReceiver } from './sandbox-settings.ts';

/**
 * What keeps a receiver from getting webhooks, as a sentence; `undefined` if nothing does. Quotes no secret.
 *
 * `fetch` refuses URLs with a user or password, https://fetch.spec.whatwg.org/#dom-request, which would also be shown
 * wherever the URL is.
 */
export function findReceiverDefect({ url, secret }: WebhookReceiver): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    return 'The URL of the receiver must be absolute and begin with http:// or https://.';
  }
  if (parsed.username !== '' || parsed.password !== '') {
    return 'The URL of the receiver must have no user and no password. Deliveries are signed with its secret.';
  }
  return secret.trim() === '' ? 'The secret of the receiver must not be blank.' : undefined;
}
