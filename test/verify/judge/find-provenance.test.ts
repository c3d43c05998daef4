import { describe, expect, test } from 'vitest';
import { provenanceAt, provenanceOfValue } from '../../../src/verify/judge/find-provenance.ts';
import { contractWith } from '../../support/test-contract.ts';

const from = (level: string) => ({ 'x-provenance': { level, note: `By ${level}.` } });
const schemas = {
  Node: {
    ...from('source'),
    properties: {
      name: { type: 'string', ...from('assumed') },
      next: { $ref: '#/components/schemas/Node' },
      plain: { type: 'string' },
      odd: { type: 'string', 'x-provenance': { level: 'rumoured' } },
    },
    allOf: [{ properties: { more: from('inferred') } }],
    additionalProperties: from('documented'),
  },
  List: { items: { $ref: '#/components/schemas/Node' } },
};
const { contract, operation } = contractWith(
  { ...from('documented'), responses: { 200: { description: 'x', ...from('inferred') } } },
  { schemas },
);

describe('provenanceAt', () => {
  test.for([
    ['', 'documented'],
    ['/components/schemas/Node/properties/name/type', 'assumed'],
    ['/components/schemas/Node/properties/plain', 'source'],
    ['/components/schemas/Node/properties/odd', 'source'],
    ['/components/schemas/Gone', 'documented'],
    ['/__proto__/constructor', 'documented'],
  ] as const)('of %s is %s', ([pointer, level]) => {
    expect(provenanceAt(contract, pointer, operation)?.level).toBe(level);
  });
});

describe('provenanceOfValue', () => {
  const place = (name: 'Node' | 'List') => ({
    pointer: `/components/schemas/${name}`,
    schema: { $ref: `#/components/schemas/${name}` },
  });

  test.for([
    ['Node', '', 'source'],
    ['Node', '/name', 'assumed'],
    ['Node', '/next/next/name', 'assumed'],
    ['Node', '/other', 'documented'],
    ['List', '/3/name', 'assumed'],
    ['List', '/3/plain', 'source'],
  ] as const)('of %s at %s is %s', ([name, pointer, level]) => {
    expect(provenanceOfValue(contract, place(name), pointer, operation)?.level).toBe(level);
  });

  test('is that of the operation where there is no schema', () => {
    expect(provenanceOfValue(contract, undefined, '/a', operation)).toMatchObject({
      level: 'documented',
      note: 'By documented.',
    });
  });
});
