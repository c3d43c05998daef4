/** Returns a body that `fetch` takes as it is. */
export function asWritten(body: unknown): BodyInit | undefined {
  return isWritten(body) ? body : undefined;
}

function isWritten(body: unknown): body is BodyInit {
  return (
    typeof body === 'string' ||
    body instanceof FormData ||
    body instanceof URLSearchParams ||
    body instanceof Blob ||
    body instanceof ArrayBuffer ||
    body instanceof ReadableStream ||
    (ArrayBuffer.isView(body) && body.buffer instanceof ArrayBuffer)
  );
}
