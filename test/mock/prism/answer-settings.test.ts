import { describe, expect, test } from 'vitest';
import { completePreference } from '../../../src/mock/prism/answer-settings.ts';

const none = { code: undefined, example: undefined, dynamic: undefined, seed: undefined };
const source = { method: 'GET', path: '/a', query: new URLSearchParams('b=c') };

describe('completePreference', () => {
  test.each([
    [none, {}, false, undefined],
    [none, { seed: 'x' }, false, undefined],
    [none, { dynamic: true }, true, 'GET /a?b=c'],
    [none, { dynamic: true, seed: 'x' }, true, 'x'],
    [{ ...none, seed: 'y' }, { dynamic: true, seed: 'x' }, true, 'y'],
    [{ ...none, dynamic: true }, {}, true, 'GET /a?b=c'],
    [{ ...none, dynamic: false }, { dynamic: true }, false, undefined],
  ])('completes %j with %j', (preference, settings, dynamic, seed) => {
    const complete = completePreference(preference, settings, source);
    expect(complete).toEqual({ ...none, dynamic, seed });
  });
});
