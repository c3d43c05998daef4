import { describe, expect, test } from 'vitest';
import { adviseOnMissing } from '../../src/cli/missing-package.ts';

const failure = (specifier: string, code = 'ERR_MODULE_NOT_FOUND') =>
  Object.assign(new Error(`Cannot find package '${specifier}' imported from /a.js`), { code });

describe('adviseOnMissing', () => {
  test.each(['@hey-api/openapi-ts', 'openapi-typescript', '@redocly/cli/package.json'])(
    'says how to get %s',
    (specifier) => {
      const name = specifier.replace('/package.json', '');
      expect(adviseOnMissing(failure(specifier))).toMatch(
        new RegExp(
          `^This command needs ${name}, which is not installed. Install it with "npm install --save-dev ${name}@\\d`,
        ),
      );
    },
  );

  test.each([
    ['a package that is none of ours', failure('left-pad')],
    ['a name that every object has', failure('constructor')],
    ['another error', failure('typescript', 'ENOENT')],
    ['what is no error', 'typescript'],
  ])('has nothing to say of %s', (_, error) => {
    expect(adviseOnMissing(error)).toBeUndefined();
  });
});
