import { pascalCase } from 'change-case';
import { describe, test } from 'vitest';
import { nameType } from '../../src/diff/type-name.ts';

describe('nameType', () => {
  test.for([
    ...['Share', 'simple-user', 'HTTPError', 'v2_thing', 'a_1', 'Foo2Bar', 'foo2bar', 'A-1B'],
    ...['x-y.z', '$ref', '_a', 'a__b', 'ABTest', 'a1B2', 'projects-v2-view'],
  ])('names the type of %s as the generator of types does', (name, { expect }) => {
    expect(nameType(name)).toBe(pascalCase(name));
  });
});
