import { describe, expect, test } from 'vitest';
import { describeUnknownName, findNearestName } from '../../src/text/nearest-name.ts';

const KNOWN = ['default', 'empty', 'many', 'not-found', 'not-ready', 'server-error', 'slow'];

describe('findNearestName', () => {
  test.each([
    ['emtpy', 'empty'],
    ['Empty', 'empty'],
    ['man', 'many'],
    ['manny', 'many'],
    ['notfound', 'not-found'],
    ['serverError', 'server-error'],
    ['server', 'server-error'],
    ['slo', 'slow'],
    ['lsow', 'slow'],
  ])('takes %s for %s', (name, nearest) => {
    expect(findNearestName(name, KNOWN)).toBe(nearest);
  });

  test.each(['bogus', '', 'x', 'not', 'e'.repeat(8000)])('takes %j for none', (name) => {
    expect(findNearestName(name, KNOWN)).toBeUndefined();
  });
});

describe('describeUnknownName', () => {
  test('lists the known names, and asks for the one that is close', () => {
    expect(describeUnknownName('scenario', 'emty', ['default', 'empty'])).toBe(
      'Unknown scenario "emty". Known: default, empty. Did you mean "empty"?',
    );
    expect(describeUnknownName('scenario', 'x', ['default'])).toBe(
      'Unknown scenario "x". Known: default.',
    );
    expect(describeUnknownName('example', 'x', [])).toBe('Unknown example "x". Known: none.');
  });
});
