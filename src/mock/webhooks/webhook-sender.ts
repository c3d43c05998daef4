import { setTimeout } from 'node:timers/promises';
import type { Journal } from '../journal/journal.ts';
import type { Webhook } from '../state/webhook.ts';
import { postWebhook } from './post-webhook.ts';

/** Sends the webhooks of behaviours to the receivers that are configured for sandboxes. */
export interface WebhookSender {
  readonly send: (webhook: Webhook, journal: Pick<Journal, 'record'>) => void;
  /** Cancels all pending deliveries. */
  readonly close: () => void;
}

export const MAX_ATTEMPTS = 6;
/** Milliseconds before the first retry, doubled for each further one. */
export const FIRST_RETRY_DELAY = 1000;

/** Waits in real time, without keeping the process alive. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Creates a sender that retries until it gets a 2xx, and records each attempt in the journal. */
export function createWebhookSender(wait: Wait = sleep): WebhookSender {
  const closing = new AbortController();
  const { signal } = closing;
  return {
    send: (webhook, journal) => void deliver(webhook, journal),
    close: () => closing.abort(),
  };

  async function deliver(webhook: Webhook, journal: Pick<Journal, 'record'>): Promise<void> {
    let delay = FIRST_RETRY_DELAY;
    for (let attempt = 1; attempt <= MAX_ATTEMPTS && !signal.aborted; attempt += 1) {
      if (await postWebhook(webhook, journal, signal)) return;
      if (attempt === MAX_ATTEMPTS || signal.aborted) return;
      await wait(delay, signal);
      delay *= 2;
    }
  }
}

/** Waits in real time. */
export async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { ref: false, signal }).catch(() => {});
}
