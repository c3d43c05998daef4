import { describe, expect, test } from 'vitest';
import { readSpecs } from '../../src/cli/read-specs.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

describe('readSpecs', () => {
  test.each([
    [[], []],
    [['a.yaml'], [{ name: 'a.yaml', mount: '', file: 'a.yaml' }]],
    [['./a=b.yaml'], [{ name: './a=b.yaml', mount: '', file: './a=b.yaml' }]],
    [['a=b=c.yaml'], [{ name: 'a', mount: '/a', file: 'b=c.yaml' }]],
    [
      ['a=./a.yaml', 'b.v2=/b.json'],
      [
        { name: 'a', mount: '/a', file: './a.yaml' },
        { name: 'b.v2', mount: '/b.v2', file: '/b.json' },
      ],
    ],
  ])('reads %j', (args, specs) => {
    expect(readSpecs(args)).toEqual(specs);
  });

  test.each([
    [['a=a.yaml', 'b.yaml'], '"b.yaml" has no name. Give each of several files one'],
    [['a.yaml', 'b.yaml'], '"a.yaml" has no name. Give each of several files one'],
    [['a=a.yaml', 'b=b.yaml', 'a=c.yaml'], 'Two files are named "a". Give each a name of its own.'],
  ])('refuses %j', (args, message) => {
    expect(() => readSpecs(args)).toThrow(UsageError);
    expect(() => readSpecs(args)).toThrow(message);
  });
});
