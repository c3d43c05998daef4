/** Request as it left a client, and when. */
export interface TimedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly signal: AbortSignal;
  /** Milliseconds since the first request, by the clock that is set. */
  readonly at: number;
}

/** Answers a request, of which there have been `count` before. */
export type AnswerOne = (request: Request, count: number) => Response | Promise<Response>;

/** A `fetch` that keeps what is sent and answers each request by the next function; the last one answers all others. */
export function answerInTurn(...answers: readonly AnswerOne[]) {
  const sent: TimedRequest[] = [];
  let start: number | undefined;
  const fetch = async (request: Request): Promise<Response> => {
    start ??= Date.now();
    const at = Date.now() - start;
    const { method, url, headers, signal } = request;
    const body = await request.clone().text();
    const count = sent.push({ method, url, headers, body, signal, at }) - 1;
    const answer = answers[Math.min(count, answers.length - 1)];
    if (!answer) throw new Error('expected an answer, found none');
    return await answer(request, count);
  };
  return { sent, fetch };
}

/** Answers JSON. */
export function json(body: unknown, init?: ResponseInit): AnswerOne {
  return () => Response.json(body, init);
}

/** Never answers, whatever a signal says. */
export const never: AnswerOne = () => new Promise(() => undefined);

/** Loses the connection. */
export const lose: AnswerOne = () => Promise.reject(new TypeError('fetch failed'));

/** Begins an answer, the rest of which is lost. */
export const breakOff: AnswerOne = () => new Response(streamOf(['{"a'], new Error('cut')));

/** Returns a stream of texts that ends, or fails, after the last one. */
export function streamOf(
  texts: readonly string[],
  failure?: Error,
  cancelled?: (reason: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const left = [...texts];
  return new ReadableStream<Uint8Array>({
    pull: (controller) => {
      const text = left.shift();
      if (text !== undefined) controller.enqueue(encoder.encode(text));
      else if (failure) controller.error(failure);
      else controller.close();
    },
    ...(cancelled && { cancel: cancelled }),
  });
}
