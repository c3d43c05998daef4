import { describe, expect, test } from 'vitest';
import type { Violation } from '../../../src/contract/model/violation.ts';
import { diagnose } from '../../../src/mock/prism/diagnostic.ts';

const rule = { keyword: 'type', params: { type: 'string' }, message: 'must be string' };
const base: Violation = { in: 'body', pointer: '/a/0', rule };

/** Rule with the message of ajv. */
const ruled = (keyword: string, params: object, message: string) => ({
  rule: { keyword, params: { ...params }, message },
});

describe('diagnose', () => {
  test.each<[violation: Partial<Violation>, location: string[], message: string]>([
    [{}, ['body', 'a', '0'], 'Request body property a.0 must be string'],
    [{ pointer: '' }, ['body'], 'Request body must be string'],
    [
      ruled('type', { type: ['integer', 'null'] }, 'must be integer,null'),
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
      { ...ruled('required', {}, ''), pointer: '/a/b~1c' },
      ['body', 'a'],
      "Request body property a must have required property 'b/c'",
    ],
    [
      { ...ruled('required', {}, ''), in: 'query', pointer: '/Page' },
      ['query'],
      "Request query must have required property 'page'",
    ],
    [
      ruled('enum', { allowedValues: ['a', 'b', 1] }, 'must be equal to one of the allowed values'),
      ['body', 'a', '0'],
      'Request body property a.0 must be equal to one of the allowed values: a, b, 1',
    ],
    [
      ruled('const', { allowedValue: 1 }, 'must be equal to constant'),
      ['body', 'a', '0'],
      'Request body property a.0 must be equal to constant',
    ],
    [
      ruled('format', { format: 'date' }, 'must match format "date"'),
      ['body', 'a', '0'],
      'Request body property a.0 must match format "date"',
    ],
    [
      ruled('pattern', { pattern: '^a$' }, 'must match pattern "^a$"'),
      ['body', 'a', '0'],
      'Request body property a.0 must match pattern "^a$"',
    ],
    [
      ruled(
        'additionalProperties',
        { additionalProperty: 'b' },
        'must NOT have additional properties',
      ),
      ['body', 'a', '0'],
      "Request body property a.0 must NOT have additional properties; found 'b'",
    ],
    [
      ruled(
        'unevaluatedProperties',
        { unevaluatedProperty: 'b' },
        'must NOT have unevaluated properties',
      ),
      ['body', 'a', '0'],
      "Request body property a.0 must NOT have unevaluated properties: 'b'",
    ],
    [
      ruled('minimum', {}, 'must be >= 1'),
      ['body', 'a', '0'],
      'Request body property a.0 must be >= 1',
    ],
    [
      ruled('minItems', {}, 'must NOT have fewer than 1 items'),
      ['body', 'a', '0'],
      'Request body property a.0 must NOT have fewer than 1 items',
    ],
    [
      ruled('oneOf', {}, 'must match exactly one schema in oneOf'),
      ['body', 'a', '0'],
      'Request body property a.0 must match exactly one schema in oneOf',
    ],
  ])('words %j', (violation, location, message) => {
    const code = { ...base, ...violation }.rule.keyword;
    expect(diagnose([{ ...base, ...violation }], 'request')).toEqual([
      { location, severity: 'Error', code, message },
    ]);
  });

  test('words what is wrong with an answer', () => {
    const [{ message } = { message: '' }] = diagnose([base], 'response');
    expect(message).toBe('Response body property a.0 must be string');
  });

  test('gives no place to a missing body', () => {
    const missing = { ...base, pointer: '', ...ruled('required', { what: 'body' }, '') };
    expect(diagnose([missing], 'request')).toEqual([
      { severity: 'Error', code: 'required', message: 'Body parameter is required' },
    ]);
  });

  test('gives a status in place of a keyword to a wrong media type', () => {
    const wrong: Violation = {
      in: 'header',
      pointer: '/content-type',
      rule: { keyword: 'mediaType', params: { types: ['text/csv', 'text/plain'] } },
    };
    expect(diagnose([wrong], 'request')).toEqual([
      { severity: 'Error', code: 415, message: 'Supported content types: text/csv,text/plain' },
    ]);
  });

  test.each<[violation: Partial<Violation>, message: string]>([
    [
      { rule: { keyword: 'writeOnly', params: { property: 'a' } } },
      'Response body property a.0 must NOT have member "a" in a response',
    ],
    [
      { in: 'status', pointer: '', rule: { keyword: 'status', params: { declared: ['200'] } } },
      'Response status must be one of 200',
    ],
  ])('words rules that ajv does not have: %j', (violation, message) => {
    const [found] = diagnose([{ ...base, ...violation }], 'response');
    expect(found?.message).toBe(message);
  });

  test('begins with the body, as Prism does', () => {
    const parts = ['path', 'query', 'header', 'body'] as const;
    const all = parts.map((part) => ({ ...base, in: part }));
    const locations = diagnose(all, 'request').map(({ location }) => location?.[0]);
    expect(locations).toEqual(['body', 'header', 'query', 'path']);
  });
});
