import { describe, expect, test } from 'vitest';
import { formatViolation } from '../../../src/contract/model/describe-violation.ts';
import { createContractChecks } from '../../../src/contract/validate/contract-checks.ts';
import {
  createMessageValidators,
  type MessageValidators,
} from '../../../src/contract/validate/schema-validator.ts';
import { contractOf, contractWith } from '../../support/test-contract.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const id = { type: 'integer', readOnly: true };
const secret = { type: 'string', writeOnly: true };
const User = {
  type: 'object',
  required: ['id', 'name', 'secret'],
  properties: { id, name: { type: 'string' }, secret },
};
const schemas = { User, Id: id, Team: { type: 'object', properties: { lead: ref('User') } } };

type Schema = Record<string, unknown>;

const made = new Map<Schema, MessageValidators>();

/** What is wrong with a body on its way to the server and on its way back. */
function check(schema: Schema, value: unknown): { request: string[]; response: string[] } {
  const contract = contractOf({ components: { schemas: { ...schemas, It: schema } } });
  const validators = made.get(schema) ?? createMessageValidators(contract);
  made.set(schema, validators);
  const place = { pointer: '/components/schemas/It', schema };
  return {
    request: validators.request(place, value, 'body').map(formatViolation),
    response: validators.response(place, value, 'body').map(formatViolation),
  };
}

const sent = { name: 'a', secret: 's' };
const answered = { id: 1, name: 'a' };

/** Schemas that say the same of a user, who stands at the path in the value. */
const places: [schema: Schema, wrap: (user: object) => unknown, path: string][] = [
  [ref('User'), (user) => user, ''],
  [{ allOf: [ref('User'), { type: 'object' }] }, (user) => user, ''],
  [{ oneOf: [ref('User'), { type: 'string' }] }, (user) => user, ''],
  [{ type: 'array', items: ref('User') }, (user) => [user], '/0'],
  [ref('Team'), (lead) => ({ lead }), '/lead'],
  [{ additionalProperties: ref('User') }, (user) => ({ a: user }), '/a'],
  [{ ...User, properties: { ...User.properties, id: ref('Id') } }, (user) => user, ''],
  [
    {
      ...User,
      properties: { ...User.properties, id: { allOf: [{ type: 'integer' }], readOnly: true } },
    },
    (user) => user,
    '',
  ],
  // What is required and what is hidden stand in different parts of the schema.
  [{ allOf: [{ properties: User.properties }, { required: User.required }] }, (user) => user, ''],
  [{ required: User.required, allOf: [{ properties: User.properties }] }, (user) => user, ''],
  [{ properties: User.properties, anyOf: [{ required: User.required }] }, (user) => user, ''],
  [
    { properties: User.properties, if: false, else: { required: User.required } },
    (user) => user,
    '',
  ],
];

describe.each(places)('by %j', (schema, wrap, path) => {
  test('a request has no readOnly member and may lack a required one', () => {
    expect(check(schema, wrap(sent)).request).toEqual([]);
    expect(check(schema, wrap({ ...sent, id: 1 })).request).toEqual([
      `body at ${path}/id: expected no member "id" in a request, got number 1`,
    ]);
    expect(check(schema, wrap({ name: 'a' })).request).toEqual([
      `body at ${path}/secret: expected a value, got nothing`,
    ]);
  });

  test('a response has no writeOnly member and may lack a required one', () => {
    expect(check(schema, wrap(answered)).response).toEqual([]);
    expect(check(schema, wrap({ ...answered, secret: 's' })).response).toEqual([
      `body at ${path}/secret: expected no member "secret" in a response, got string "s"`,
    ]);
    expect(check(schema, wrap({ name: 'a' })).response).toEqual([
      `body at ${path}/id: expected a value, got nothing`,
    ]);
  });
});

describe.each(places)('where hidden members are warned of, by %j', (schema, wrap, path) => {
  const contract = contractOf({ components: { schemas: { ...schemas, It: schema } } });
  const { request, response } = createMessageValidators(contract, { hiddenInRequests: 'warn' });
  const place = { pointer: '/components/schemas/It', schema };
  const severities = (value: unknown) =>
    request(place, value, 'body').map(({ severity = 'error', pointer }) => [severity, pointer]);

  test('a request may have a readOnly member', () => {
    expect(severities(wrap(sent))).toEqual([]);
    expect(severities(wrap({ ...sent, id: 1 }))).toEqual([['warning', `${path}/id`]]);
  });

  test('everything else in the same request is still checked', () => {
    expect(severities(wrap({ ...sent, id: 1, name: 7 }))).toEqual([
      ['error', `${path}/name`],
      ['warning', `${path}/id`],
    ]);
    expect(severities(wrap({ ...sent, id: 'x' })).at(0)).toEqual(['error', `${path}/id`]);
  });

  test('a response is checked as ever', () => {
    expect(response(place, wrap({ ...answered, secret: 's' }), 'body')).not.toEqual([]);
  });
});

test('a readOnly member does not hide the branch that knows it', () => {
  const other = { type: 'object', required: ['kind'], properties: { kind: { const: 'other' } } };
  const many = { ...User, properties: { ...User.properties, at: id, by: id } };
  const value = { ...sent, id: 1, at: 2, by: 3 };
  expect(check({ oneOf: [other, many] }, value).request).toHaveLength(3);
});

describe('readOnly', () => {
  test.each<[schema: Schema, value: unknown]>([
    [ref('Id'), 1],
    [{ type: 'array', items: ref('Id') }, [1]],
    [{ properties: { a: { type: 'integer', readOnly: false } } }, { a: 1 }],
    [{ properties: { readOnly: { type: 'boolean' } } }, { readOnly: true }],
    [
      { const: { required: ['a'], properties: { a: { readOnly: true } } } },
      { required: ['a'], properties: { a: { readOnly: true } } },
    ],
  ])('in %j says nothing of %j', (schema, value) => {
    expect(check(schema, value).request).toEqual([]);
  });

  test('lifts nothing from properties of the same name elsewhere', () => {
    const schema = { required: ['id'], properties: { id: { type: 'integer' }, by: ref('User') } };
    expect(check(schema, {}).request).toEqual(['body at /id: expected a value, got nothing']);
  });

  test('lifts nothing from the items of an array', () => {
    const schema = { properties: { id }, items: { required: ['id'] } };
    expect(check(schema, [{}]).request).toEqual(['body at /0/id: expected a value, got nothing']);
  });

  test('is lifted from a property with the name of a keyword', () => {
    const schema = { properties: { example: { required: ['id'], properties: { id } } } };
    expect(check(schema, { example: {} }).request).toEqual([]);
  });

  test('stays required inside "not"', () => {
    const schema = { not: { required: ['id'], properties: { id } } };
    expect(check(schema, {})).toEqual({ request: [], response: [] });
  });

  test('of a recursive schema is enforced at every level', () => {
    const schema = { required: ['id'], properties: { id, kid: ref('It') } };
    expect(check(schema, { kid: { kid: {} } }).request).toEqual([]);
    expect(check(schema, { kid: { kid: { id: 1 } } }).request).toEqual([
      'body at /kid/kid/id: expected no member "id" in a request, got number 1',
    ]);
  });

  test('leaves the document as it was', () => {
    const contract = contractOf({ components: { schemas } });
    const { request, response } = createMessageValidators(contract);
    for (const validate of [request, response]) {
      validate({ pointer: '/components/schemas/User', schema: true }, {}, 'body');
    }
    expect(User.required).toEqual(['id', 'name', 'secret']);
  });
});

test.each(['not', 'enum', 'const', 'example', 'examples'])(
  'a response called "%s" hides members like any other',
  (name) => {
    const content = { 'application/json': { schema: User } };
    const responses = { [name]: { description: 'D', content } };
    const { response } = createMessageValidators(contractOf({ components: { responses } }));
    const pointer = `/components/responses/${name}/content/application~1json/schema`;
    expect(response({ pointer, schema: {} }, answered, 'body')).toEqual([]);
  },
);

test('a contract that hides nothing has one validator', () => {
  const { request, response } = createMessageValidators(contractOf({}));
  expect(request).toBe(response);
});

test('a parameter may have a readOnly schema', () => {
  const parameters = [{ name: 'id', in: 'path', schema: ref('Id') }];
  const { contract, operation } = contractWith({ parameters }, { schemas });
  const source = { path: { id: '1' }, query: new URLSearchParams(), headers: new Headers() };
  expect(createContractChecks(contract).readParameters(operation, source).violations).toEqual([]);
});

test('bodies of operations are checked by their direction', () => {
  const content = { 'application/json': { schema: ref('User') } };
  const spec = { requestBody: { content }, responses: { 200: { content } } };
  const { contract, operation } = contractWith(spec, { schemas }, 'post');
  const { checkRequestBody, checkResponse } = createContractChecks(contract);
  const user = { id: 1, name: 'a', secret: 's' };
  const headers = new Headers({ 'content-type': 'application/json' });
  const request = checkRequestBody(operation, operation.body?.content[0], user);
  const response = checkResponse(operation, { status: 200, headers, body: user });
  expect(
    [...request, ...response].map(({ rule, pointer }) => `${rule.keyword} ${pointer}`),
  ).toEqual(['readOnly /id', 'writeOnly /secret']);
});
