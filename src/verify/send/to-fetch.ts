import type { Sender } from './send-options.ts';

/** Statuses whose answers have no body, https://fetch.spec.whatwg.org/#null-body-status. */
const WITHOUT_BODY = [204, 205, 304];

/** Makes a `fetch` of a sender, for libraries that take one; it follows no redirect and throws the sender's errors. */
export function toFetch(sender: Sender): (request: Request) => Promise<Response> {
  return async (request) => {
    const body = await request.bytes();
    const { status, headers, bytes } = await sender.send({
      method: request.method,
      url: request.url,
      headers: Object.fromEntries(request.headers),
      ...(body.length > 0 && { body }),
    });
    const content = WITHOUT_BODY.includes(status) ? null : Buffer.from(bytes);
    return new Response(content, { status, headers });
  };
}
