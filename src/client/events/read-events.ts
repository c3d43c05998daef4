import { EventSourceParserStream } from 'eventsource-parser/stream';
import { factsOf } from '../call-facts.ts';
import type { CallInput } from '../call-input.ts';
import { AbortError } from '../errors/abort-error.ts';
import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { readReason } from '../errors/read-reason.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { joinSignals } from '../join-signals.ts';
import type { Connection } from '../outcome.ts';
import { pause } from '../pause.ts';
import type { Route } from '../route.ts';
import { untilAborted } from '../until-aborted.ts';

const EVENTS = 'text/event-stream';

/** Event of a server: https://html.spec.whatwg.org/multipage/server-sent-events.html. */
export interface ServerSentEvent {
  /** Last id that the server gave, to go on from another time. */
  readonly id: string | undefined;
  /** `message` unless the server says otherwise. */
  readonly event: string;
  readonly data: string;
}

/** How events are read. */
export interface EventOptions {
  /** `id` of the last event that was seen. */
  readonly lastEventId?: string | undefined;
  /** Times that a lost connection is opened again before the next event; without a limit by default. */
  readonly reconnects?: number;
  /** Milliseconds before that, until the server says otherwise; 1,000 by default. */
  readonly delay?: number;
}

/**
 * Reads events as they come, and goes on after the last one where the connection ends.
 *
 * Each connection has the time of `timeout` to open. Ends with the answer 204. Throws what a call throws, InvalidAnswerError for another media type, AbortError, and NetworkError if the connection cannot be
 * opened again.
 */
export async function* readEvents(
  client: Connection,
  route: Route,
  input: CallInput = {},
  options: EventOptions = {},
): AsyncGenerator<ServerSentEvent, void, undefined> {
  const { reconnects = Number.POSITIVE_INFINITY } = options;
  const signal = joinSignals(client.signal, input.signal);
  let { lastEventId: id, delay = 1000 } = options;
  for (let lost = 0; ; lost += 1) {
    const outcome = await client.send(route, askFrom(id));
    // The contract need not have this answer.
    if (Object(outcome.ok ? outcome : outcome.error).status === 204) return;
    let reason: unknown = outcome.ok ? 'the stream ended' : outcome.error;
    if (!outcome.ok && !isLost(outcome.error)) throw outcome.error;
    if (outcome.ok && outcome.data instanceof ReadableStream) {
      const found = outcome.headers.get('content-type') ?? EVENTS;
      if (!found.toLowerCase().startsWith(EVENTS)) {
        await outcome.data.cancel();
        const { status } = outcome;
        const text = `answer ${status}: expected ${EVENTS}, found ${found}`;
        const issues = [{ pointer: '', expected: EVENTS, found }];
        throw new InvalidAnswerError(factsOf(route), text, { status, issues });
      }
      const reader = open(outcome.data);
      const read = () => untilAborted(signal, () => reader.read());
      try {
        for (let part = await read(); !part.done; part = await read()) {
          id = part.value.id ?? id;
          lost = 0;
          yield { id, event: part.value.event ?? 'message', data: part.value.data };
        }
      } catch (error) {
        reason = error;
      } finally {
        await reader.cancel().catch(() => undefined);
      }
    }
    const call = factsOf(route);
    if (signal?.aborted) throw new AbortError(call, 'aborted', {}, signal.reason);
    if (lost >= reconnects) {
      throw new NetworkError(call, `no more events: ${readReason(reason)}`, {}, reason);
    }
    await pause(delay, signal).catch((cause) => {
      throw new AbortError(call, 'aborted', {}, cause);
    });
  }

  function askFrom(last: string | undefined): CallInput {
    const headers = { accept: EVENTS, ...input.headers, 'last-event-id': last || undefined };
    return { ...input, headers, parseAs: 'stream' };
  }

  function isLost(error: unknown): boolean {
    return error instanceof NetworkError || (error instanceof TimeoutError && !signal?.aborted);
  }

  function open(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
    const parser = new EventSourceParserStream({
      onRetry: (milliseconds) => {
        delay = milliseconds;
      },
    });
    return stream.pipeThrough(new TextDecoderStream()).pipeThrough(parser).getReader();
  }
}
