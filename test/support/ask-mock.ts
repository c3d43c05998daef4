import type { Mock } from '../../src/mock/create-mock.ts';

/** Makes the function that asks a mock with a request such as `GET /path`; any body but a text is sent as JSON. */
export function askOf(mock: Pick<Mock, 'fetch'>) {
  return async (request: string, body?: unknown, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = request.split(' ');
    const response = await mock.fetch(
      new Request(`http://mock.test${path}`, {
        method,
        headers: {
          authorization: 'Bearer x',
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
}
