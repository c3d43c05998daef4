import { describe, expect, test } from 'vitest';
import type { MockApi } from '../../../src/mock/create-mock.ts';
import { mockOf } from '../../support/test-mock.ts';

/** Asks for an answer of a schema, and gives its body with the report of its violations. */
async function askFor(
  content: object,
  {
    api = {},
    target = '/',
    prefer = '',
  }: { api?: Partial<MockApi>; target?: string; prefer?: string } = {},
) {
  const responses = {
    200: { description: 'Good.', content },
    400: { description: 'Bad.', content },
  };
  const parameters = [{ name: 'n', in: 'query', schema: { type: 'integer' } }];
  const ask = mockOf(
    { paths: { '/': { get: { operationId: 'a', parameters, responses } } } },
    { brokenAnswers: 'report', ...api },
  );
  const response = await ask(target, { headers: { prefer } });
  return { body: await response.text(), violations: response.headers.get('x-mock-violations') };
}

const schema = {
  type: 'object',
  required: ['code', 'kept'],
  properties: { code: { type: 'string', pattern: '^[A-Z]{3}$' }, kept: { type: 'string' } },
};
const json = (more: object = {}) => ({ 'application/json': { schema, ...more } });
const corrected = { body: '{"code":"AAA","kept":"string"}', violations: null };

describe('an answer that is made from a schema', () => {
  test('keeps it where the generator does not', async () => {
    expect(await askFor(json())).toEqual(corrected);
  });

  test('keeps it where the request is wrong', async () => {
    const { body, violations } = await askFor(json(), { target: '/?n=x' });
    expect(body).toBe(corrected.body);
    expect(violations).not.toContain('code');
  });

  test('keeps it where the data are random, and is the same each time', async () => {
    const either = {
      oneOf: [{ type: 'number' }, { type: 'integer' }],
      not: { type: 'number', multipleOf: 1 },
    };
    const content = {
      'application/json': { schema: { type: 'array', items: either, minItems: 2 } },
    };
    const [one, other] = [
      await askFor(content, { prefer: 'dynamic=true' }),
      await askFor(content, { prefer: 'dynamic=true' }),
    ];
    expect(one.violations).toBeNull();
    expect(other).toEqual(one);
  });

  test('keeps it where the generator fails, with what the example has of it', async () => {
    const broken = { type: 'string', pattern: '(' };
    const content = {
      'application/json': {
        schema: { ...schema, properties: { ...schema.properties, broken } },
        example: { code: 'wrong', kept: 'documented' },
      },
    };
    const { body, violations } = await askFor(content, { prefer: 'dynamic=true' });
    expect(JSON.parse(body)).toMatchObject({ code: 'AAA', kept: 'documented' });
    expect(violations).toBeNull();
  });

  test('keeps it where examples are ignored', async () => {
    const content = json({ example: { code: 'wrong' } });
    expect(await askFor(content, { api: { answers: { ignoreExamples: true } } })).toEqual(
      corrected,
    );
  });

  test('is a document where the media type is XML and the schema a text', async () => {
    const { body, violations } = await askFor({
      'application/xml': { schema: { type: 'string' } },
    });
    expect(body).toContain('<xml>string</xml>');
    expect(violations).toBeNull();
  });

  test('never shows an internal name where the schema has no type', async () => {
    const content = { 'application/json': { schema: { description: 'Anything.' } } };
    expect(await askFor(content, { prefer: 'dynamic=true' })).toEqual({
      body: '{}',
      violations: null,
    });
  });

  test('is sent with its violations where no value fits', async () => {
    const impossible = { type: 'string', minLength: 2, maxLength: 1 };
    const { violations } = await askFor({ 'application/json': { schema: impossible } });
    expect(violations).toContain('minLength');
  });
});

describe('a documented example', () => {
  test.each(['', 'example=one'])(
    'is sent as it is, with its violations: Prefer "%s"',
    async (prefer) => {
      const content = json({ examples: { one: { value: { code: 'wrong' } } } });
      const { body, violations } = await askFor(content, { prefer });
      expect(body).toBe('{"code":"wrong"}');
      expect(violations).toContain('/code');
    },
  );
});
