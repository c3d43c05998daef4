import { describe, expect, test } from 'vitest';
import { compileScenarios } from '../../../src/mock/scenarios/compile-scenarios.ts';
import { contractOf } from '../../support/test-contract.ts';

const content = { 'application/json': { examples: { none: { value: [] } } } };
const contract = contractOf({
  paths: {
    '/a': { get: { operationId: 'getA', responses: { 200: { content }, 404: {} } } },
    '/b': { get: { operationId: 'getB', responses: { 200: {}, 404: {} } } },
  },
});
const behaviour = {
  epoch: '',
  tables: {},
  seeds: { default: () => {}, few: () => {} },
  handlers: {},
};
const compile = (entry: unknown, name = 'it') =>
  compileScenarios({ file: 'scenarios.yaml', entries: { [name]: entry } }, contract, behaviour);

describe('compileScenarios', () => {
  test('has a default scenario whatever the file says', () => {
    const scenarios = compileScenarios({ file: 'x.yaml', entries: {} }, contract, undefined);
    expect([...scenarios.keys()]).toEqual(['default']);
  });

  test('reads seed, refusal and faults', () => {
    const faults = [{ operation: 'getA', rate: 0.5, delay: { min: 1, max: 2 }, outcome: 'reset' }];
    const entry = { summary: 'It.', seed: 'few', refuse: 'internal', faults };
    expect(compile(entry).get('it')).toEqual({ name: 'it', answers: new Map(), ...entry });
  });

  test.each([
    [{ getA: { code: 404 } }, ['getA']],
    [{ '*': { code: 404 } }, ['getA', 'getB']],
    [{ '*': { example: 'none' } }, ['getA']],
  ])('answers %j by %j', (answers, operations) => {
    const scenario = compile({ summary: 'It.', answers }).get('it');
    expect([...(scenario?.answers.keys() ?? [])]).toEqual(operations);
  });

  test.each([
    [null, '', 'a scenario, found null'],
    [{}, '/summary', 'a sentence, found nothing'],
    [{ summary: 1 }, '/summary', 'a sentence, found 1'],
    [
      { summary: '', sed: 'few' },
      '/sed',
      'one of summary, seed, answers, refuse, faults, found "sed"',
    ],
    [{ summary: '', seed: 'fev' }, '/seed', 'one of default, few, found "fev"'],
    [{ summary: '', seed: 'toString' }, '/seed', 'one of default, few, found "toString"'],
    [
      { summary: '', refuse: 'never' },
      '/refuse',
      'one of unauthenticated, internal, found "never"',
    ],
    [{ summary: '', answers: [] }, '/answers', 'answers by operation, found []'],
    [
      { summary: '', answers: { getC: { code: 200 } } },
      '/answers/getC',
      'one of *, getA, getB, found "getC"',
    ],
    [
      { summary: '', answers: { getA: {} } },
      '/answers/getA',
      '"code", "example" or both, found {}',
    ],
    [
      { summary: '', answers: { getA: { code: '200' } } },
      '/answers/getA',
      '"code", "example" or both',
    ],
    [
      { summary: '', answers: { getA: { code: 500 } } },
      '/answers/getA',
      'a status and an example that the contract has',
    ],
    [
      { summary: '', answers: { '*': { example: 'some' } } },
      '/answers/*',
      'a status and an example that the contract has',
    ],
    [{ summary: '', faults: {} }, '/faults', 'a list of faults, found {}'],
    [{ summary: '', faults: [1] }, '/faults/0', 'a fault, found 1'],
    [
      { summary: '', faults: [{ api: 'x' }] },
      '/faults/0/api',
      'one of operation, rate, delay, outcome',
    ],
    [
      { summary: '', faults: [{ operation: 'x' }] },
      '/faults/0/operation',
      'one of getA, getB, found "x"',
    ],
    [{ summary: '', faults: [{ rate: 2 }] }, '/faults/0/rate', 'a number from 0 to 1, found 2'],
    [
      { summary: '', faults: [{ delay: -1 }] },
      '/faults/0/delay',
      'milliseconds, {min, max} or {mean, deviation}',
    ],
    [{ summary: '', faults: [{ delay: { min: 2, max: 1 } }] }, '/faults/0/delay', 'milliseconds'],
    [
      { summary: '', faults: [{ outcome: 'fire' }] },
      '/faults/0/outcome',
      'one of error, reset, truncate, found "fire"',
    ],
  ])('refuses %j with its place', (entry, pointer, expected) => {
    expect(() => compile(entry)).toThrow(`scenarios.yaml#/it${pointer}: expected ${expected}`);
  });

  test('refuses a name that no header would be sent with', () => {
    expect(() => compile({ summary: '' }, 'Not Found')).toThrow(
      'scenarios.yaml#/Not Found: expected a name in kebab-case, found "Not Found".',
    );
  });
});
