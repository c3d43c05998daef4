import { describe, expect, test } from 'vitest';
import { answerPreflight, isPreflight, withCors } from '../../src/mock/cors.ts';

const origin = 'http://localhost:5173';

function request(method: string, headers: Record<string, string>): Request {
  return new Request('http://mock.test/', { method, headers });
}

describe('isPreflight', () => {
  test.each([
    ['OPTIONS', { origin, 'access-control-request-method': 'PUT' }, true],
    ['OPTIONS', { origin }, false],
    ['OPTIONS', { 'access-control-request-method': 'PUT' }, false],
    ['GET', { origin, 'access-control-request-method': 'PUT' }, false],
  ])('for %s with %j is %j', (method, headers, expected) => {
    expect(isPreflight(request(method, headers))).toBe(expected);
  });
});

describe('answerPreflight', () => {
  test('allows the method, the headers and the origin that are asked for', () => {
    const { status, headers } = answerPreflight(
      request('OPTIONS', {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization, content-type',
      }),
    );
    expect(status).toBe(204);
    expect(Object.fromEntries(headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-credentials': 'true',
    });
  });
});

describe('withCors', () => {
  test('names the origin, because a wildcard does not go with credentials', () => {
    const { headers } = withCors(request('GET', { origin }), new Response('a'));
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-credentials')).toBe('true');
    expect(headers.get('vary')).toBe('origin');
  });

  test('lets any origin read where none is named', () => {
    const { headers } = withCors(request('GET', {}), new Response('a'));
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });

  test('exposes every header of the answer by name', () => {
    const response = new Response(null, { headers: { allow: 'GET', 'x-mock-violations': '[]' } });
    const { headers } = withCors(request('GET', { origin }), response);
    expect(headers.get('access-control-expose-headers')).toBe('allow, x-mock-violations');
  });

  test('keeps what the answer varies by', () => {
    const response = new Response(null, { headers: { vary: 'accept' } });
    expect(withCors(request('GET', {}), response).headers.get('vary')).toBe('accept, origin');
  });
});
