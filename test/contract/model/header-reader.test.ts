import { describe, expect, test } from 'vitest';
import { readFrom, withoutFields } from '../../../src/contract/model/header-reader.ts';

describe('readFrom', () => {
  const { get } = readFrom({ 'x-id': '7', 'set-cookie': ['a', 'b'] });

  test('finds a field in any case', () => {
    expect([get('x-id'), get('X-Id')]).toEqual(['7', '7']);
  });

  test.each(['x-no', 'set-cookie', '__proto__', 'constructor'])('has no text for %s', (name) => {
    expect(get(name)).toBeNull();
  });
});

describe('withoutFields', () => {
  const headers = new Headers({ accept: 'text/html', 'x-id': '7' });

  test('hides fields in any case and no others', () => {
    const { get } = withoutFields(headers, ['accept']);
    expect([get('accept'), get('Accept'), get('x-id')]).toEqual([null, null, '7']);
  });

  test('is the same reader where nothing is hidden', () => {
    expect(withoutFields(headers, [])).toBe(headers);
  });
});
