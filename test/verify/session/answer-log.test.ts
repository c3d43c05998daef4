import { describe, expect, test } from 'vitest';
import { createAnswerLog } from '../../../src/verify/session/answer-log.ts';
import { contractWith } from '../../support/test-contract.ts';

const code = { type: 'string', enum: ['gone', 'locked'] };
const json = (schema: object, examples: object) => ({
  description: 'Answer.',
  content: { 'application/json': { schema, examples } },
});
const { contract, operation } = contractWith({
  operationId: 'getThing',
  responses: {
    200: json({ type: 'object' }, { one: { value: { id: 1 } }, other: { value: { id: 2 } } }),
    '4XX': json({ type: 'object', properties: { code } }, { gone: { value: { code: 'gone' } } }),
    default: { description: 'Whatever else.' },
  },
});

function logOf(answers: readonly (readonly [status: number, body: unknown])[]) {
  const log = createAnswerLog(contract);
  for (const [status, body] of answers) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const bytes = new TextEncoder().encode(text);
    log.note(operation, { status, headers: new Headers(), bytes, milliseconds: 1 });
  }
  return log.cover(operation);
}

describe('answers of a server', () => {
  test('meet nothing where there are none', () => {
    expect(logOf([])).toEqual({
      statuses: { met: [], missed: ['200', '4XX', 'default'] },
      codes: { met: [], missed: ['gone', 'locked'] },
      examples: { met: [], missed: ['200 one', '200 other', '4XX gone'] },
    });
  });

  test('meet statuses as declared, codes, and examples that they equal', () => {
    const { statuses, codes, examples } = logOf([
      [200, { id: 2 }],
      [200, { id: 3 }],
      [404, { code: 'gone' }],
      [423, { code: 'locked', detail: 'By somebody.' }],
    ]);
    expect(statuses).toEqual({ met: ['200', '4XX'], missed: ['default'] });
    expect(codes).toEqual({ met: ['gone', 'locked'], missed: [] });
    expect(examples).toEqual({ met: ['200 other', '4XX gone'], missed: ['200 one'] });
  });

  test.each([
    ['a code that the contract does not have', 404, { code: 'other' }],
    ['a code in a success', 200, { code: 'gone' }],
    ['no JSON', 404, '<html>gone</html>'],
    ['a status of no other kind', 500, { code: 'gone' }],
  ])('meet no code and no example with %s', (_what, status, body) => {
    const { codes, examples } = logOf([[status, body]]);
    expect([codes.met, examples.met]).toEqual([[], []]);
  });
});
