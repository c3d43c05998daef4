import type { Journal } from '../journal/journal.ts';
import type { ClaimedDelivery, DeliveryQueue } from '../state/state-log.ts';
import type { Webhook } from '../state/webhook.ts';
import { ATTEMPT_TIMEOUT, postWebhook } from './post-webhook.ts';
import { FIRST_RETRY_DELAY, MAX_ATTEMPTS, sleep, type Wait } from './webhook-sender.ts';

export interface QueuedSenderOptions {
  readonly queue: DeliveryQueue;
  readonly journalOf: (sandbox: string) => Pick<Journal, 'record'>;
  /** Waits between attempts; in real time by default. */
  readonly wait?: Wait | undefined;
  /** Milliseconds between looks at the queue; 500 by default. */
  readonly interval?: number | undefined;
}

/** Sends what waits in a queue that servers share. */
export interface QueuedSender {
  /** Looks at the queue at once. */
  readonly wake: () => void;
  /** Cancels all attempts; other servers go on with them. */
  readonly close: () => void;
}

/** Milliseconds beyond an attempt or a pause, after which a server that says nothing is taken for gone. */
const GRACE = 15_000;
/** Deliveries at the same time. */
const MAX_DELIVERIES = 20;

/**
 * Starts to send the webhooks of a queue, each at least once: retries until it gets a 2xx, as often as `createWebhookSender`.
 * Whatever a server that is gone had claimed is sent by another, with the same id.
 */
export function sendQueued(options: QueuedSenderOptions): QueuedSender {
  const { queue, journalOf, wait = sleep, interval = 500 } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const timer = setInterval(() => void claimAll(), interval).unref();
  let count = 0;
  let isClaiming = false;
  let isWoken = false;
  return {
    wake: () => {
      isWoken = true;
      void claimAll();
    },
    close: () => {
      clearInterval(timer);
      closing.abort();
    },
  };

  async function claimAll(): Promise<void> {
    if (isClaiming) return;
    isClaiming = true;
    do {
      isWoken = false;
      const lease = ATTEMPT_TIMEOUT + GRACE;
      // A store that is away says so itself, and has what waits when it is back.
      const claimed = await queue.claim(MAX_DELIVERIES - count, lease).catch(() => []);
      for (const one of claimed) void deliver(one);
    } while (isWoken && count < MAX_DELIVERIES && !signal.aborted);
    isClaiming = false;
  }

  async function deliver(claimed: ClaimedDelivery): Promise<void> {
    count += 1;
    const webhook: Webhook = JSON.parse(claimed.text);
    // Whoever claimed it before made an attempt, or began one: the last is made in any case.
    const first = Math.min(claimed.claims, MAX_ATTEMPTS);
    let delay = FIRST_RETRY_DELAY * 2 ** (first - 1);
    for (let attempt = first; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const isTaken = await postWebhook(webhook, journalOf(claimed.sandbox), signal);
      if (signal.aborted) break;
      if (isTaken || attempt === MAX_ATTEMPTS) {
        await queue.end(claimed).catch(() => {});
        break;
      }
      if (!(await keep(claimed, delay))) break;
      await wait(delay, signal);
      if (signal.aborted) break;
      delay *= 2;
    }
    count -= 1;
    if (count === MAX_DELIVERIES - 1) void claimAll();
  }

  /** Whether the claim is this server's for a pause and an attempt more; it is where the store does not say. */
  function keep(claimed: ClaimedDelivery, pause: number): Promise<boolean> {
    return queue.extend(claimed, pause + ATTEMPT_TIMEOUT + GRACE).catch(() => true);
  }
}
