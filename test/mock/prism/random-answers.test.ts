import { describe, expect, test } from 'vitest';
import { loadProject } from '../../../src/apis/load-project.ts';
import { formatViolation } from '../../../src/contract/model/describe-violation.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import { checkReply } from '../../../src/mock/answer/response-check.ts';
import { createPrismNegotiation } from '../../../src/mock/prism/negotiation.ts';
import { mockOf } from '../../support/test-mock.ts';

const SEEDS = ['a', 'b', 'c'];

describe.each(await loadProject())('random data of $name', ({ contract }) => {
  const negotiate = createPrismNegotiation(contract);
  const checks = createContractChecks(contract);
  const cases = contract.operations.flatMap((operation) =>
    operation.responses
      .filter(({ status, content }) => /^\d+$/.test(status) && content.length > 0)
      .map(({ status }) => ({ operation, id: operation.id, code: Number(status) })),
  );

  test.each(cases)('keep the contract: $id $code', ({ operation, code }) => {
    for (const seed of SEEDS) {
      const preference = { code, example: undefined, dynamic: true, seed };
      const reply = negotiate(operation, { accept: null, preference });
      if ('problem' in reply) throw new Error(JSON.stringify(reply.problem.body));
      expect(checkReply(reply, operation, checks).map(formatViolation)).toEqual([]);
    }
  });
});

const word = { type: 'string', 'x-faker': 'lorem.words' };
const content = {
  'application/json': {
    schema: { type: 'object', required: ['word'], properties: { word } },
    example: { word: 'documented' },
  },
};
const document = { paths: { '/word': { get: { responses: { 200: { content } } } } } };

describe('answers', () => {
  async function read(
    ask: ReturnType<typeof mockOf>,
    target = '/word',
    prefer = '',
  ): Promise<string> {
    return (await ask(target, { headers: { prefer } })).text();
  }

  test('are random where the settings say so, and the same for the same request', async () => {
    const [one, other] = [0, 1].map(() => mockOf(document, { answers: { dynamic: true } }));
    if (one === undefined || other === undefined) throw new Error('There are two mocks.');
    const first = await read(one);
    expect(first).not.toContain('documented');
    expect(await read(one, '/word?a=1')).not.toBe(first);
    expect(await read(other)).toBe(first);
  });

  test('are the same for every request where the settings have a seed', async () => {
    const ask = mockOf(document, { answers: { dynamic: true, seed: 'x' } });
    const first = await read(ask);
    expect(await read(ask, '/word?a=1')).toBe(first);
    expect(await read(ask, '/word', 'seed=y')).not.toBe(first);
    expect(await read(ask, '/word', 'dynamic=false')).toBe('{"word":"documented"}');
  });

  test('are made from the schema where examples are ignored', async () => {
    const ask = mockOf(document, { answers: { ignoreExamples: true } });
    expect(await read(ask)).toBe('{"word":"string"}');
  });

  test.each([
    ['additional members', {}, {}, true],
    ['none by the document', { 'x-json-schema-faker': { 'fill-properties': false } }, {}, false],
    ['none by the settings', {}, { fillProperties: false }, false],
    [
      'those of the settings first',
      { 'x-json-schema-faker': { fillProperties: false } },
      { fillProperties: true },
      true,
    ],
  ])('have %s', async (_title, more, generator, isFilled) => {
    const schema = { type: 'object', additionalProperties: { type: 'integer' } };
    const open = { 200: { content: { 'application/json': { schema } } } };
    const paths = { '/open': { get: { responses: open } } };
    const ask = mockOf({ ...more, paths }, { answers: { dynamic: true, generator } });
    expect((await read(ask, '/open')) !== '{}').toBe(isFilled);
  });
});
