import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import { createPlanTools } from '../../src/cases/case-tools.ts';
import { listConstraints, planOperation } from '../../src/cases/plan-operation.ts';
import { toCurl, toSent } from '../../src/cases/sent-request.ts';
import { contractOf, firstOf } from '../support/test-contract.ts';

interface Given {
  readonly method?: string;
  readonly path?: string;
  readonly parameters?: readonly object[];
  readonly requestBody?: object;
  readonly security?: readonly object[];
  readonly others?: object;
  readonly extent?: 'base' | 'all';
}

const ID = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const responses = { 200: { description: 'Fine.' }, 404: { description: 'None.' } };
const securitySchemes = {
  token: { type: 'http', scheme: 'bearer' },
  key: { type: 'apiKey', in: 'query', name: 'key' },
  tls: { type: 'mutualTLS' },
};

/** Plans the first operation of a contract. */
async function plan({ method = 'get', path = '/things', extent, others, ...rest }: Given) {
  const operation = { operationId: 'one', responses, ...rest };
  const contract = contractOf({
    paths: { [path]: { [method]: operation, ...others } },
    components: { securitySchemes },
  });
  const planned = await planOperation(
    firstOf(contract.operations),
    createPlanTools(contract),
    extent,
  );
  if (typeof planned === 'string') throw new Error(planned);
  return planned;
}

/** Cases of some kinds as lines, such as `+ query q given: curl '/things?q=a'`; `-` is for what is forbidden. */
function linesOf(cases: readonly Case[], ...kinds: readonly Case['kind'][]): string[] {
  return cases
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ isAllowed, title, request }) => {
      const command = toCurl('', toSent(request, request.written)).replace('curl ', '');
      return `${isAllowed ? '+' : '-'} ${title}: ${command}`;
    });
}

describe('planOperation', () => {
  test.for<[string, object, readonly string[]]>([
    [
      'a number',
      { name: 'n', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 9 } },
      [
        "+ query n given: '/things?n=1'",
        "+ query n 1: '/things?n=1'",
        "+ query n 9: '/things?n=9'",
        "- query n not integer: '/things?n=text'",
        "- query n less than 1: '/things?n=0'",
        "- query n more than 9: '/things?n=10'",
      ],
    ],
    [
      'a text that any text fits',
      { name: 'q', in: 'query', schema: { type: 'string' } },
      ["+ query q given: '/things?q=string'"],
    ],
    [
      'a text that may be empty, which is not sent',
      { name: 'q', in: 'query', schema: { type: 'string', minLength: 1 } },
      ["+ query q given: '/things?q=string'", "+ query q of length 1: '/things?q=s'"],
    ],
    [
      'a boolean',
      { name: 'b', in: 'query', schema: { type: 'boolean' } },
      ["+ query b given: '/things?b=true'", "- query b not boolean: '/things?b=text'"],
    ],
    [
      'listed values',
      { name: 'e', in: 'query', schema: { enum: ['a', 'b'] } },
      [
        "+ query e given: '/things?e=a'",
        `+ query e "b": '/things?e=b'`,
        "- query e none of the listed values: '/things?e=aX'",
      ],
    ],
    [
      'a required parameter',
      { name: 'r', in: 'query', required: true, schema: { type: 'string' } },
      ["- query r left out: '/things'"],
    ],
    [
      'a required header',
      { name: 'X-R', in: 'header', required: true, schema: { type: 'integer' } },
      ["- header X-R left out: '/things'", "- header X-R not integer: -H 'X-R: text' '/things'"],
    ],
    [
      'a cookie',
      { name: 'c', in: 'cookie', schema: { type: 'integer' } },
      [
        "+ cookie c given: -H 'Cookie: c=0' '/things'",
        "- cookie c not integer: -H 'Cookie: c=text' '/things'",
      ],
    ],
    [
      'a header of HTTP, which is no parameter',
      { name: 'Accept', in: 'header', schema: { enum: ['a/b'] } },
      [],
    ],
    [
      'a list',
      {
        name: 'l',
        in: 'query',
        schema: { type: 'array', maxItems: 2, items: { enum: ['a', 'b', 'c'] } },
      },
      [
        "+ query l given: '/things?l=a'",
        "+ query l 2 items: '/things?l=a&l=b'",
        `+ query l/0 "b": '/things?l=b'`,
        `+ query l/0 "c": '/things?l=c'`,
        "- query l more than 2 items: '/things?l=a&l=b&l=c'",
        "- query l/0 none of the listed values: '/things?l=aX'",
      ],
    ],
  ])('asks for %s', async ([, parameter, lines]) => {
    const { cases } = await plan({ parameters: [parameter] });
    expect(linesOf(cases, 'boundary', 'violation')).toEqual(lines);
  });

  test('breaks ids of a path, and keeps to those that are there elsewhere', async () => {
    const id = { ...ID, schema: { type: 'integer', minimum: 1 } };
    const { base, cases } = await plan({ path: '/things/{id}', parameters: [id] });
    expect([...base.fixed]).toEqual([]);
    expect(linesOf(cases, 'boundary', 'violation')).toEqual([
      "- path id not integer: '/things/text'",
      "- path id less than 1: '/things/0'",
    ]);
    const broken = cases.filter(({ kind }) => kind === 'violation');
    expect(broken.map(({ request }) => [...request.fixed])).toEqual([['id'], ['id']]);
  });

  test('asks for bodies', async () => {
    const schema = {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', maxLength: 8 } },
    };
    const examples = { usual: { value: { name: 'A' } }, wrong: { value: { name: 1 } } };
    const { cases } = await plan({
      method: 'post',
      requestBody: { required: true, content: { 'application/json': { schema, examples } } },
    });
    const sent = (body: string) =>
      `-X POST -H 'content-type: application/json' -d '${body}' '/things'`;
    expect(linesOf(cases, 'example', 'boundary', 'violation', 'media-type')).toEqual([
      "- body left out: -X POST '/things'",
      `+ body as in the example usual: ${sent('{"name":"A"}')}`,
      `+ body /name of length 8: ${sent('{"name":"AAAAAAAA"}')}`,
      `- body not object: ${sent('"text"')}`,
      `- body null: ${sent('null')}`,
      `- body without name: ${sent('{}')}`,
      `- body /name not string: ${sent('{"name":1.5}')}`,
      `- body /name null: ${sent('{"name":null}')}`,
      `- body /name longer than 8: ${sent('{"name":"AAAAAAAAA"}')}`,
      `- body that is no JSON: ${sent('{"unclosed": ')}`,
      `- body in application/x-unknown: ${sent('{"name":"A"}').replace('json', 'x-unknown')}`,
    ]);
  });

  test('leaves out of a form what a text cannot say', async () => {
    const schema = {
      type: 'object',
      required: ['n'],
      properties: { n: { type: 'integer' }, t: { type: 'string' } },
    };
    const { cases } = await plan({
      method: 'post',
      requestBody: { content: { 'application/x-www-form-urlencoded': { schema } } },
    });
    expect(linesOf(cases, 'violation').map((line) => line.replace(/:.*/, ''))).toEqual([
      '- body without n',
      '- body /n not integer',
    ]);
  });

  test.for([
    ['a format of any text', { type: 'string', format: 'password', minLength: 8 }, 'format'],
    ['the type of a text in a form', { type: 'string', enum: ['a', 'b'] }, 'type'],
  ])('says of %s nothing that another rule refuses', async ([, schema, keyword]) => {
    const form = { type: 'object', properties: { t: schema } };
    const { cases } = await plan({
      method: 'post',
      requestBody: { content: { 'application/x-www-form-urlencoded': { schema: form } } },
    });
    const broken = cases.filter(({ kind }) => kind === 'violation');
    expect(broken.length).toBeGreaterThan(0);
    expect(broken.filter(({ constraint }) => constraint?.keyword === keyword)).toEqual([]);
  });

  test.for<[string, readonly object[], object[], readonly string[]]>([
    ['are asked without', [{ token: [] }], [], ['- no credentials', '- wrong credentials']],
    [
      'of several kinds too',
      [{ token: [] }, { key: [] }],
      [],
      ['- no credentials', '- wrong credentials'],
    ],
    ['are none', [], [], []],
    ['may be left out', [{ token: [] }, {}], [], []],
    ['are a certificate', [{ tls: [] }], [], []],
    [
      'stand in a parameter as well',
      [{ key: [] }],
      [{ name: 'key', in: 'query', required: true, schema: { type: 'string' } }],
      [],
    ],
  ])('credentials %s', async ([, security, parameters, lines]) => {
    const { cases } = await plan({ security, parameters });
    const all = linesOf(cases, 'credentials').map((line) => line.replace(/:.*/, ''));
    expect(all).toEqual(lines);
  });

  test.for<[object, string | undefined]>([
    [{ type: 'string' }, '/things/qqqqqq'],
    [{ type: 'integer' }, '/things/2147483647'],
    [{ type: 'integer', maximum: 1000 }, '/things/997'],
    [{ type: 'string', format: 'uuid' }, '/things/'],
    [{ type: 'string', pattern: '^n[0-9]{3}$' }, undefined],
    [{ enum: ['a', 'b'] }, undefined],
  ])('an id of the form %j that nothing has is %s', async ([schema, target]) => {
    const { cases } = await plan({ path: '/things/{id}', parameters: [{ ...ID, schema }] });
    const [line] = linesOf(cases, 'unknown-id');
    if (target === undefined) expect(line ?? 'none').toMatch(/^none$|\/n777'/);
    else expect(line).toContain(`'${target}`);
  });

  test('has no unknown id where a path has none', async () => {
    const { cases } = await plan({});
    expect(linesOf(cases, 'unknown-id')).toEqual([]);
  });

  test('asks once for the methods that a path does not have', async () => {
    const { cases } = await plan({
      others: { delete: { operationId: 'two', responses } },
    });
    expect(linesOf(cases, 'method')).toEqual([
      "- method PUT: -X PUT '/things'",
      "- method POST: -X POST '/things'",
      "- method PATCH: -X PATCH '/things'",
    ]);
  });

  test('leaves out what is a request of another operation', async () => {
    const contract = contractOf({
      paths: {
        '/things/{id}': {
          get: { parameters: [{ ...ID, schema: { enum: ['a'] } }], responses },
        },
        '/things/aX': { get: { responses } },
      },
    });
    const planned = await planOperation(firstOf(contract.operations), createPlanTools(contract));
    const cases = typeof planned === 'string' ? [] : planned.cases;
    expect(linesOf(cases, 'violation').join()).not.toContain('/things/aX');
  });

  test('has no cases where only the request is wanted', async () => {
    const parameters = [{ name: 'n', in: 'query', required: true, schema: { type: 'integer' } }];
    const { base, cases } = await plan({ parameters, extent: 'base' });
    expect([base.query, cases]).toEqual([{ n: 0 }, []]);
  });

  test('gives the reason where no request can be made', async () => {
    const never = { name: 'n', in: 'query', required: true, schema: false };
    await expect(plan({ parameters: [never] })).rejects.toThrow(
      'no value is known for the parameter n',
    );
  });

  test('has each title once, and lists the rules that are broken', async () => {
    const planned = await plan({
      parameters: [{ name: 'n', in: 'query', schema: { type: 'integer', minimum: 1 } }],
    });
    const titles = planned.cases.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    const rules = listConstraints(planned).map(({ in: part, keyword }) => `${part} ${keyword}`);
    expect(rules).toEqual(expect.arrayContaining(['query type', 'query minimum']));
    expect(rules).not.toContain('query parameter');
  });
});
