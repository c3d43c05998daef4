/** Request as it left a client. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A `fetch` that keeps what is sent and answers with it. */
export function createEcho() {
  const sent: SentRequest[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    request.signal.throwIfAborted();
    const { method, url } = request;
    const headers = Object.fromEntries(request.headers);
    const body = await request.text();
    sent.push({ method, url, headers, body });
    return Response.json({ method, url });
  };
  return { sent, fetch };
}
