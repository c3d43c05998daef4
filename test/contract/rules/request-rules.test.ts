import { describe, expect, test } from 'vitest';
import type { Case } from '../../../src/cases/case.ts';
import { createPlanTools } from '../../../src/cases/case-tools.ts';
import { planOperation } from '../../../src/cases/plan-operation.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { describeViolation } from '../../../src/contract/model/describe-violation.ts';
import { findBrokenRules } from '../../../src/contract/rules/find-broken-rules.ts';
import { listRequestRules } from '../../../src/contract/rules/list-request-rules.ts';
import { OWN_APIS } from '../../support/own-project.ts';
import { contractWith } from '../../support/test-contract.ts';

const NOTE = {
  type: 'object',
  required: ['text', 'id'],
  additionalProperties: false,
  properties: {
    id: { type: 'integer', readOnly: true },
    text: { type: 'string', maxLength: 40, minLength: 1 },
    tags: { type: 'array', maxItems: 3, items: { type: 'string', pattern: '^[a-z]+$' } },
    labels: { type: 'object', additionalProperties: { enum: ['a', 'b'] } },
    reply: { $ref: '#/components/schemas/Note' },
  },
};

function rulesOf(operation: object, components: object = {}) {
  const made = contractWith(operation, components, 'post');
  return listRequestRules(made.contract, made.operation);
}

const body = (schema: object, type = 'application/json') => ({
  requestBody: { required: true, content: { [type]: { schema } } },
});

describe('listRequestRules', () => {
  test.each<[what: string, operation: object, names: string[]]>([
    ['nothing', {}, []],
    [
      'parameters, as text',
      {
        parameters: [
          { name: 'id', in: 'path', required: true, schema: { type: 'string', minLength: 1 } },
          { name: 'page', in: 'query', schema: { type: 'integer', minimum: 1, format: 'int32' } },
          {
            name: 'ids',
            in: 'query',
            required: true,
            schema: { type: 'array', items: { type: 'string', format: 'uuid' } },
          },
          { name: 'Accept', in: 'header', required: true, schema: { enum: ['a'] } },
        ],
      },
      ['query page minimum', 'query page type', 'query ids required', 'query ids/* format'],
    ],
    [
      'a body, without what no request has, and once for each schema inside itself',
      body({ $ref: '#/components/schemas/Note' }),
      [
        'body required',
        'body syntax',
        'body mediaType',
        'body additionalProperties',
        'body type',
        'body /text required',
        'body /text minLength',
        'body /text maxLength',
        'body /text type',
        'body /tags maxItems',
        'body /tags type',
        'body /tags/* pattern',
        'body /tags/* type',
        'body /labels type',
        'body /labels/* enum',
      ],
    ],
    [
      'a form, whose fields are text',
      body(
        { type: 'object', properties: { text: { type: 'string' }, size: { type: 'integer' } } },
        'application/x-www-form-urlencoded',
      ),
      ['body required', 'body mediaType', 'body /size type'],
    ],
    [
      'forms of a body, under one name where both have the rule',
      body({
        oneOf: [
          { type: 'object', required: ['a'] },
          { type: 'string', maxLength: 3 },
        ],
      }),
      [
        'body required',
        'body syntax',
        'body mediaType',
        'body type',
        'body /a required',
        'body maxLength',
      ],
    ],
    ['credentials', { security: [{ key: [] }] }, ['credentials']],
    ['no credentials where they may be left out', { security: [{}, { key: [] }] }, []],
  ])('names the rules of %s', (_, operation, names) => {
    const components = {
      schemas: { Note: NOTE },
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'key' } },
    };
    expect(rulesOf(operation, components).map(({ name }) => name)).toEqual(names);
  });

  test('takes members with the names of prototypes for members', () => {
    const schema = JSON.parse(
      '{"properties":{"__proto__":{"maxLength":1}},"required":["constructor"]}',
    );
    expect(rulesOf(body(schema)).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['body /__proto__ maxLength', 'body /constructor required']),
    );
  });
});

describe('findBrokenRules', () => {
  const rules = rulesOf(
    {
      parameters: [{ name: 'a/b', in: 'query', schema: { type: 'array', items: { enum: [1] } } }],
      ...body({ $ref: '#/components/schemas/Note' }),
    },
    { schemas: { Note: NOTE } },
  );

  test.each<[part: 'body' | 'query' | 'header', pointer: string, keyword: string, names: string[]]>(
    [
      ['body', '', 'required', ['body required']],
      ['body', '/text', 'maxLength', ['body /text maxLength']],
      ['body', '/tags/7', 'pattern', ['body /tags/* pattern']],
      ['body', '/labels/any~1thing', 'enum', ['body /labels/* enum']],
      ['header', '/content-type', 'mediaType', ['body mediaType']],
      ['query', '/a/b/0', 'enum', ['query a/b/* enum']],
      ['query', '/a/b', 'enum', []],
      ['body', '/id', 'readOnly', []],
      ['body', '/reply/text', 'maxLength', []],
    ],
  )('of %s %s %s are %j', (part, pointer, keyword, names) => {
    expect(findBrokenRules(rules, { in: part, pointer, keyword })).toEqual(names);
  });
});

describe.each(OWN_APIS)('$name', ({ contract: file }) => {
  test('has a rule for each violation of the plan, which the violation breaks', async () => {
    const contract = await loadContract(file);
    const tools = createPlanTools(contract);
    const wrong: unknown[] = [];
    let count = 0;
    for (const operation of contract.operations) {
      const plan = await planOperation(operation, tools);
      if (typeof plan === 'string') continue;
      const rules = listRequestRules(contract, operation);
      for (const one of plan.cases) {
        const source = sourceOf(one);
        if (source === undefined) continue;
        const violations = (await tools.check(operation, one.request)) ?? [];
        const isOwn = violations.some(({ rule }) => rule.keyword === one.constraint?.keyword);
        // Credentials are looked at elsewhere; what breaks another rule in place of this one says nothing of it.
        if (one.kind !== 'credentials' && !isOwn) continue;
        count += 1;
        const names = rules
          .filter(({ sources }) => sources.includes(source))
          .map(({ name }) => name);
        const broken =
          one.kind === 'credentials'
            ? ['credentials']
            : violations.flatMap((violation) =>
                findBrokenRules(rules, describeViolation(violation)),
              );
        if (!names.some((name) => broken.includes(name)))
          wrong.push([operation.id, source, broken]);
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(10);
  });
});

function sourceOf({ constraint, isAllowed, kind }: Case): string | undefined {
  if (constraint === undefined || isAllowed || kind === 'method') return undefined;
  const { pointer, keyword, detail } = constraint;
  return [pointer, keyword, detail].filter((part) => part !== undefined).join(' ');
}
