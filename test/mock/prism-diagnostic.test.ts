import { describe, expect, test } from 'vitest';
import type { Violation } from '../../src/contract/violation.ts';
import { diagnose } from '../../src/mock/prism-diagnostic.ts';

const base = { in: 'body', pointer: '/a/0', keyword: 'type', expected: 'string' } as const;

describe('diagnose', () => {
  test.each<[violation: Partial<Violation>, location: string[], message: string]>([
    [{}, ['body', 'a', '0'], 'Request body property a.0 must be string'],
    [{ pointer: '' }, ['body'], 'Request body must be string'],
    [
      { expected: 'integer or null' },
      ['body', 'a', '0'],
      'Request body property a.0 must be integer,null',
    ],
    [
      { in: 'query', pointer: '/Page' },
      ['query', 'page'],
      'Request query parameter page must be string',
    ],
    [
      { in: 'header', pointer: '/X-A' },
      ['header', 'x-a'],
      'Request header parameter x-a must be string',
    ],
    [
      { keyword: 'required', pointer: '/a/b~1c' },
      ['body', 'a'],
      "Request body property a must have required property 'b/c'",
    ],
    [
      { keyword: 'required', in: 'query', pointer: '/Page' },
      ['query'],
      "Request query must have required property 'page'",
    ],
    [
      { keyword: 'enum', expected: 'one of ["a","b",1]' },
      ['body', 'a', '0'],
      'Request body property a.0 must be equal to one of the allowed values: a, b, 1',
    ],
    [
      { keyword: 'const', expected: '1' },
      ['body', 'a', '0'],
      'Request body property a.0 must be equal to constant',
    ],
    [
      { keyword: 'format', expected: 'format date' },
      ['body', 'a', '0'],
      'Request body property a.0 must match format "date"',
    ],
    [
      { keyword: 'pattern', expected: 'text that matches ^a$' },
      ['body', 'a', '0'],
      'Request body property a.0 must match pattern "^a$"',
    ],
    [
      { keyword: 'additionalProperties', expected: 'no member "b"' },
      ['body', 'a', '0'],
      "Request body property a.0 must NOT have additional properties; found 'b'",
    ],
    [
      { keyword: 'unevaluatedProperties', expected: 'no member "b"' },
      ['body', 'a', '0'],
      "Request body property a.0 must NOT have unevaluated properties: 'b'",
    ],
    [
      { keyword: 'minimum', expected: '>= 1' },
      ['body', 'a', '0'],
      'Request body property a.0 must be >= 1',
    ],
    [
      { keyword: 'minItems', expected: 'no fewer than 1 items' },
      ['body', 'a', '0'],
      'Request body property a.0 must NOT have fewer than 1 items',
    ],
    [
      { keyword: 'oneOf', expected: 'match exactly one schema in oneOf' },
      ['body', 'a', '0'],
      'Request body property a.0 must match exactly one schema in oneOf',
    ],
  ])('words %j', (violation, location, message) => {
    const { keyword: code } = { ...base, ...violation };
    expect(diagnose([{ ...base, ...violation }], 'request')).toEqual([
      { location, severity: 'Error', code, message },
    ]);
  });

  test('words what is wrong with an answer', () => {
    const [{ message } = { message: '' }] = diagnose([base], 'response');
    expect(message).toBe('Response body property a.0 must be string');
  });

  test('gives no place to a missing body', () => {
    const missing = { ...base, pointer: '', keyword: 'required', expected: 'a body' };
    expect(diagnose([missing], 'request')).toEqual([
      { severity: 'Error', code: 'required', message: 'Body parameter is required' },
    ]);
  });

  test('gives a status in place of a keyword to a wrong media type', () => {
    const wrong = {
      ...base,
      in: 'header',
      pointer: '/content-type',
      keyword: 'mediaType',
    } as const;
    expect(diagnose([{ ...wrong, expected: 'text/csv or text/plain' }], 'request')).toEqual([
      { severity: 'Error', code: 415, message: 'Supported content types: text/csv,text/plain' },
    ]);
  });

  test('begins with the body, as Prism does', () => {
    const parts = ['path', 'query', 'header', 'body'] as const;
    const all = parts.map((part) => ({ ...base, in: part }));
    const locations = diagnose(all, 'request').map(({ location }) => location?.[0]);
    expect(locations).toEqual(['body', 'header', 'query', 'path']);
  });
});
