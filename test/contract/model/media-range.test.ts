import { describe, expect, test } from 'vitest';
import { canHold, includesType, nameType } from '../../../src/contract/model/media-range.ts';

describe('includesType', () => {
  test.each([
    ['*/*', 'image/png', true],
    ['image/*', 'IMAGE/png; q=1', true],
    ['image/*', 'text/plain', false],
    ['application/*+json', 'application/vnd.api+json', true],
    ['application/*+json', 'application/json', true],
    ['application/*+json', 'application/xml', false],
    ['image/png', 'image/png', true],
    ['image/png', 'image/gif', false],
  ])('says whether %s includes %s', (range, type, isIn) => {
    expect(includesType(range, type)).toBe(isIn);
  });
});

const bytes = Uint8Array.of(1);

describe('nameType', () => {
  test.each<[range: string, body: unknown, type: string]>([
    ['*/*', { a: 1 }, 'application/json'],
    ['*/*', 'a', 'text/plain'],
    ['*/*', bytes, 'application/octet-stream'],
    ['application/*', 'a', 'application/octet-stream'],
    ['application/*', [1], 'application/json'],
    ['application/*+json', { a: 1 }, 'application/json'],
    ['image/*', 'a', 'image/png'],
    ['text/*', { a: 1 }, 'text/plain'],
    ['text/csv; header=present', 'a', 'text/csv; header=present'],
  ])('of %s for %j is a type of the range', (range, body, type) => {
    expect(nameType(range, body)).toBe(type);
    expect(includesType(range, type)).toBe(true);
  });
});

describe('canHold', () => {
  test.each<[type: string, body: unknown, can: boolean]>([
    ['image/png', { a: 1 }, false],
    ['image/png', bytes, true],
    ['text/plain', bytes, false],
    ['text/html', [1], false],
    ['text/html', 'a', true],
    ['application/xml', { a: 1 }, true],
    ['text/event-stream', [1], true],
  ])('says whether %s can hold %j', (type, body, can) => {
    expect(canHold(type, body)).toBe(can);
  });
});
