import { AnswerError } from './answer-error.ts';
import { createBudget } from './create-budget.ts';
import { createPace } from './create-pace.ts';
import { createTurns } from './create-turns.ts';
import { decodeContent } from './decode-content.ts';
import type { Progress } from './exchange.ts';
import { createHandlerTransport } from './handler-transport.ts';
import { createHttpTransport } from './http-transport.ts';
import { refusePlainHttp } from './refuse-plain-http.ts';
import type { Sender, SendOptions } from './send-options.ts';
import type { ServerAnswer, ServerRequest } from './server-request.ts';
import { nameRequest } from './split-url.ts';

/** Makes what sends requests to the server under test, over HTTP or to a handler. */
export function createSender(options: SendOptions): Sender {
  const { fetch, timeout, maxBytes } = options;
  const budget = createBudget(options);
  const turns = createTurns(options.concurrency);
  const waitForPace = createPace(options.rate);
  const transport =
    fetch === undefined ? createHttpTransport(options) : createHandlerTransport(fetch);

  async function sendNow(request: ServerRequest): Promise<ServerAnswer> {
    const title = nameRequest(request);
    const progress: Progress = { bytes: 0 };
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(tooLate(title, timeout, progress)), timeout);
    const stop = () => limit.abort(budget.signal.reason);
    budget.signal.addEventListener('abort', stop);
    const start = performance.now();
    try {
      const exchange = { request, title, maxBytes, progress, signal: limit.signal };
      const { status, headers, bytes } = await transport.exchange(exchange);
      const milliseconds = performance.now() - start;
      const content = await decodeContent(bytes, headers, exchange);
      refusePlainHttp(request.url, { status, bytes: content }, title);
      return { status, headers, bytes: content, milliseconds };
    } finally {
      clearTimeout(timer);
      budget.signal.removeEventListener('abort', stop);
      // Ends what a handler still does for an answer that nobody waits for.
      limit.abort();
    }
  }

  return {
    get sent() {
      return budget.sent;
    },
    async send(request) {
      // 1. Wait until one of the others is done.
      const endTurn = await turns.take();
      try {
        // 2. Wait for the pace, but not beyond the end of the run.
        budget.signal.throwIfAborted();
        await waitForPace(budget.signal).catch(() => budget.signal.throwIfAborted());
        // 3. Count it, or stop.
        budget.claim();
        // 4. Send it, and read the whole answer.
        return await sendNow(request);
      } finally {
        endTurn();
      }
    },
    async close() {
      budget.close();
      transport.close();
    },
  };
}

function tooLate(title: string, timeout: number, { status, bytes }: Progress): AnswerError {
  const found =
    status === undefined ? 'none' : `${status} and ${bytes} bytes of a body that does not end`;
  return new AnswerError(
    `${title}: expected a whole answer within ${timeout} ms, found ${found}. Look why the server hangs, or raise --timeout.`,
    'too-late',
  );
}
