import { describe, expect, test } from 'vitest';
import type { HeaderFields } from '../../../src/contract/model/header-reader.ts';
import { answerPreflight, isPreflight, withCors } from '../../../src/mock/http/cors.ts';
import { httpRequest } from '../../support/http-request.ts';

const origin = 'http://localhost:5173';

const plain = { status: 200, headers: {} };

describe('isPreflight', () => {
  test.each([
    ['OPTIONS', { origin, 'access-control-request-method': 'PUT' }, true],
    ['OPTIONS', { origin }, false],
    ['OPTIONS', { 'access-control-request-method': 'PUT' }, false],
    ['GET', { origin, 'access-control-request-method': 'PUT' }, false],
  ])('for %s with %j is %j', (method, headers, expected) => {
    expect(isPreflight(httpRequest(method, headers))).toBe(expected);
  });
});

describe('answerPreflight', () => {
  test('allows the method, the headers and the origin that are asked for', () => {
    const { status, headers } = answerPreflight(
      httpRequest('OPTIONS', {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization, content-type',
      }),
    );
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-allow-credentials': 'true',
    });
  });
});

describe('withCors', () => {
  test('names the origin, because a wildcard does not go with credentials', () => {
    const { headers } = withCors(httpRequest('GET', { origin }), plain);
    expect(headers['access-control-allow-origin']).toBe(origin);
    expect(headers['access-control-allow-credentials']).toBe('true');
    expect(headers.vary).toBe('origin');
  });

  test('lets any origin read where none is named', () => {
    const { headers } = withCors(httpRequest('GET', {}), plain);
    expect(headers['access-control-allow-origin']).toBe('*');
  });

  test('exposes every header of the answer by name', () => {
    const response = { status: 200, headers: { allow: 'GET', 'x-mock-violations': '[]' } };
    const { headers } = withCors(httpRequest('GET', { origin }), response);
    expect(headers['access-control-expose-headers']).toBe('allow, x-mock-violations');
  });

  test('keeps what the answer varies by', () => {
    const response = { status: 200, headers: { vary: 'accept' } };
    expect(withCors(httpRequest('GET', {}), response).headers.vary).toBe('accept, origin');
  });

  test.each([
    ['access-control-allow-origin', 'https://shop.test'],
    ['access-control-allow-headers', 'x-a'],
    ['access-control-allow-credentials', 'false'],
    ['access-control-expose-headers', 'etag'],
  ])('keeps %s of the answer', (name, value) => {
    const response = { status: 200, headers: { [name]: value } };
    expect(withCors(httpRequest('GET', { origin }), response).headers[name]).toBe(value);
  });

  test.each<[given: HeaderFields, vary: string | undefined]>([
    [{ vary: 'Origin' }, 'Origin'],
    [{ vary: '*' }, '*'],
    [{ vary: 'x-origin' }, 'x-origin, origin'],
    [{ vary: ['accept', 'x-a'] }, 'accept, x-a, origin'],
    [{ 'access-control-allow-origin': '*' }, undefined],
    [{ 'access-control-allow-origin': '*', vary: 'accept' }, 'accept'],
  ])('with %j varies by %s', (headers, vary) => {
    expect(withCors(httpRequest('GET', { origin }), { status: 200, headers }).headers.vary).toBe(
      vary,
    );
  });
});
