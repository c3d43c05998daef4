import { expect, test } from 'vitest';
import { mockOf } from '../../support/test-mock.ts';

test.each(['', 'x a', 'é'])(
  'a required header that nobody can send is not missed: %j',
  async (name) => {
    const header = { name, in: 'header', required: true, schema: { type: 'string' } };
    const responses = { 200: { description: 'A.' } };
    const security = [{ key: [] }, {}];
    const components = { securitySchemes: { key: { type: 'apiKey', in: 'header', name } } };
    const get = { parameters: [header], responses, security };
    const ask = mockOf({ paths: { '/a': { get } }, components });
    expect((await ask('/a')).status).toBe(200);
  },
);
