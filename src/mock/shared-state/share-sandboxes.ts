import type { Sandboxes } from '../state/sandboxes.ts';
import type { StateLog } from '../state/state-log.ts';
import { sendQueued } from '../webhooks/send-queued.ts';
import { openSharedSandboxes, type SharedSandboxesOptions } from './shared-sandboxes.ts';

/** Opens the sandboxes of a store and sends the webhooks that wait there, together with all other servers. */
export function shareSandboxes(
  log: StateLog,
  options: Omit<SharedSandboxesOptions, 'onWebhook'>,
): Sandboxes {
  const sandboxes = openSharedSandboxes(log, { ...options, onWebhook: () => sender.wake() });
  const { journalOf } = sandboxes;
  const sender = sendQueued({ queue: log.deliveries, journalOf });
  return {
    ...sandboxes,
    close: async () => {
      sender.close();
      await sandboxes.close();
    },
  };
}
