/** Adds fields to the query of a request, which stays as it is otherwise. */
export async function addToQuery(
  request: Request,
  fields: Readonly<Record<string, string>>,
): Promise<Request> {
  const url = new URL(request.url);
  for (const pair of Object.entries(fields)) {
    url.search += `${url.search && '&'}${pair.map(encodeURIComponent).join('=')}`;
  }
  const { method, headers, signal, credentials, redirect, cache, integrity, keepalive } = request;
  // Not every browser sends the body of another request as a stream.
  const bytes = /^(GET|HEAD)$/.test(method) ? undefined : await request.arrayBuffer();
  return new Request(url, {
    ...{ method, headers, signal, credentials, redirect, cache, integrity, keepalive },
    body: bytes?.byteLength ? bytes : null,
  });
}
