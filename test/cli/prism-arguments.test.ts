import { describe, expect, test } from 'vitest';
import { readPrismArguments } from '../../src/cli/prism-arguments.ts';

describe('readPrismArguments', () => {
  test.each([
    ['', ''],
    ['mock -h 0.0.0.0 -p 4010 a.yaml', 'mock -h 0.0.0.0 -p 4010 a.yaml'],
    ['mock --ignoreExamples a.yaml', 'mock --ignore-examples a.yaml'],
    ['mock --no-ignoreExamples a.yaml', 'mock --no-ignore-examples a.yaml'],
    ['mock --ignoreExamples=false a.yaml', 'mock --no-ignore-examples a.yaml'],
    ['mock --errors true a.yaml', 'mock --errors a.yaml'],
    ['mock --errors false a.yaml', 'mock --no-errors a.yaml'],
    ['mock --errors a.yaml', 'mock --errors a.yaml'],
    ['mock --errors', 'mock --errors'],
    ['mock -d false a.yaml', 'mock --no-dynamic a.yaml'],
    ['mock -m a.yaml', 'mock --multiprocess a.yaml'],
    ['mock --cors=true a.yaml', 'mock --cors a.yaml'],
    ['mock --verbose-level=warn a.yaml', 'mock --verboseLevel=warn a.yaml'],
    ['mock --seed=a=b --seed true', 'mock --seed=a=b --seed true'],
    [
      'mock --jsonSchemaFakerFillProperties false --json-schema-faker-fill-properties',
      'mock --no-json-schema-faker-fillProperties --json-schema-faker-fillProperties',
    ],
    ['mock --errors= --dynamic=no a.yaml', 'mock --errors= --dynamic=no a.yaml'],
    ['mock -- --errors=false', 'mock -- --errors=false'],
  ])('reads "%s" as "%s"', (given, expected) => {
    const words = (text: string) => text.split(' ').filter((word) => word !== '');
    expect(readPrismArguments(words(given))).toEqual(words(expected));
  });
});
