import { addDuration, createDurations, type Durations } from './durations.ts';

/** What is counted of a request and its answer. */
export interface NotedRequest {
  /** `undefined` where the server itself has answered. */
  readonly api: string | undefined;
  /** `operationId`; `undefined` where none was matched. */
  readonly operation: string | undefined;
  /** `undefined` where the connection was cut. */
  readonly status: number | undefined;
  readonly milliseconds: number;
  readonly violations: number;
  /** Whether the violations are those of the request. */
  readonly isForbidden: boolean;
}

/** What was counted of an operation, or of all requests that match none of an API or of the server. */
export interface OperationFigures {
  readonly api: string | undefined;
  readonly operation: string | undefined;
  readonly statuses: ReadonlyMap<number | undefined, number>;
  readonly durations: Durations;
  /** Violations that requests were refused for, and those of answers. */
  readonly violations: { readonly request: number; readonly answer: number };
}

/** Counts of the webhooks of an API, by attempts to send them. */
export interface WebhookFigures {
  readonly delivered: number;
  readonly failed: number;
}

/** Counts all requests of a server, in a memory that grows with its contracts alone. */
export interface RequestFigures {
  readonly note: (request: NotedRequest) => void;
  /** Counts an attempt to send a webhook; `undefined` stands for no answer. */
  readonly noteWebhook: (api: string, status: number | undefined) => void;
  readonly list: () => readonly OperationFigures[];
  readonly webhooks: () => ReadonlyMap<string, WebhookFigures>;
}

interface Counting extends OperationFigures {
  readonly statuses: Map<number | undefined, number>;
  readonly violations: { request: number; answer: number };
}

/** Creates figures that are all 0. To note a request takes less than 0.1 µs (measured November 2026). */
export function createRequestFigures(): RequestFigures {
  const apis = new Map<string | undefined, Map<string | undefined, Counting>>();
  const webhooks = new Map<string, { delivered: number; failed: number }>();
  return {
    note: ({ api, operation, status, milliseconds, violations, isForbidden }) => {
      const counting = apis.get(api)?.get(operation) ?? open(api, operation);
      counting.statuses.set(status, (counting.statuses.get(status) ?? 0) + 1);
      addDuration(counting.durations, milliseconds);
      if (violations > 0) counting.violations[isForbidden ? 'request' : 'answer'] += violations;
    },
    noteWebhook: (api, status = 0) => {
      const counting = webhooks.get(api) ?? { delivered: 0, failed: 0 };
      counting[status >= 200 && status < 300 ? 'delivered' : 'failed'] += 1;
      webhooks.set(api, counting);
    },
    list: () => [...apis.values()].flatMap((operations) => [...operations.values()]),
    webhooks: () => webhooks,
  };

  function open(api: string | undefined, operation: string | undefined): Counting {
    const operations = apis.get(api) ?? new Map<string | undefined, Counting>();
    const violations = { request: 0, answer: 0 };
    const made = { api, operation, statuses: new Map(), durations: createDurations(), violations };
    operations.set(operation, made);
    apis.set(api, operations);
    return made;
  }
}
