import type { ServerRequest } from './server-request.ts';

/** Body as bytes, and the header that its form needs. */
export interface WireBody {
  readonly bytes: Uint8Array | undefined;
  /** Media type of a form in parts, with its boundary. */
  readonly contentType?: string;
}

/** Writes the body of a request. */
export async function toWireBody(body: ServerRequest['body']): Promise<WireBody> {
  if (body === undefined) return { bytes: undefined };
  if (typeof body === 'string') return { bytes: Buffer.from(body) };
  if (body instanceof Uint8Array) return { bytes: body };
  const written = new Response(body);
  const contentType = written.headers.get('content-type') ?? 'multipart/form-data';
  return { bytes: await written.bytes(), contentType };
}

/** Headers of a request with the media type of its body; the boundary is only known once the body is written. */
export function withContentType(
  headers: Readonly<Record<string, string>>,
  contentType: string | undefined,
): Readonly<Record<string, string>> {
  if (contentType === undefined) return headers;
  const others = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'content-type');
  return { ...Object.fromEntries(others), 'content-type': contentType };
}
