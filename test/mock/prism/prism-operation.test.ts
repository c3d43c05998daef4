import { describe, expect, test } from 'vitest';
import { toPrismOperation } from '../../../src/mock/prism/prism-operation.ts';
import { contractOf } from '../../support/test-contract.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const answering = (schema: object) => ({
  get: { responses: { 200: { content: { 'application/json': { schema } } } } },
});

const contract = contractOf({
  paths: {
    '/users': answering({ type: 'array', items: ref('User') }),
    '/user': answering({ type: 'object', properties: { user: ref('User') } }),
  },
  components: {
    schemas: {
      User: { type: 'object', properties: { name: {}, key: ref('Key'), group: ref('Group') } },
      Key: { type: 'string', writeOnly: true },
      Group: { type: 'object', properties: { users: { type: 'array', items: ref('User') } } },
    },
  },
});

describe('toPrismOperation', () => {
  const [users, user] = contract.operations.map((operation) =>
    toPrismOperation(contract, operation),
  );

  test('shares what references lead to between operations', () => {
    expect(users).toHaveProperty('components.schemas.User.properties.group', ref('Group'));
    expect(Reflect.get(Object(users), 'components')).toBe(Reflect.get(Object(user), 'components'));
  });

  test('shares with the contract what Prism can take as it is', () => {
    const { components } = Object(users);
    const { schemas } = Object(contract.document.components);
    expect(components.schemas.Group).toBe(schemas.Group);
    expect(Object.keys(components.schemas.User.properties)).toEqual(['name', 'group']);
    expect(Object.keys(schemas.User.properties)).toEqual(['name', 'key', 'group']);
  });
});
