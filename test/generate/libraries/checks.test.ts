import { beforeAll, describe, expect, test } from 'vitest';
import { LIBRARIES } from '../../../src/generate/libraries/libraries.ts';
import { type ImportedSchemas, importSchemas } from './import-schemas.ts';

const SCHEMAS = `paths: {}
components:
  schemas:
    Link: { type: string, format: uri }
    Reference: { type: string, format: uri-reference }
    Report:
      type: object
      properties: { share: { type: [string, "null"] }, user: { type: [string, "null"] } }
      not: { required: [share, user], properties: { share: { type: string } } }
    Send:
      type: object
      properties: { way: { type: string }, to: { type: string } }
      if: { required: [way], properties: { way: { const: mail } } }
      then: { required: [to] }
    Filled:
      type: object
      properties: { way: { type: string, default: mail }, to: { type: string } }
      if: { required: [way], properties: { way: { const: mail } } }
      then: { required: [to] }
`;

describe.each(Object.values(LIBRARIES))('checks that $name lacks', (library) => {
  let schemas: ImportedSchemas;
  beforeAll(async () => {
    schemas = await importSchemas(SCHEMAS, library);
  });

  test.each([
    ['Link', 'https://a.test/b?c=%20#d', true],
    ['Link', 'https://a.test/b ', false],
    ['Link', ' https://a.test/b', false],
    ['Link', '/b', false],
    ['Reference', '/b?c', true],
    ['Reference', '', true],
    ['Reference', 'not valid', false],
    ['Reference', '%zz', false],
    ['Report', { share: 'a' }, true],
    ['Report', { user: 'b' }, true],
    ['Report', { share: null, user: 'b' }, true],
    ['Report', { share: 'a', user: 'b' }, false],
    ['Report', { share: 'a', user: null }, false],
    ['Send', {}, true],
    ['Send', { way: 'link' }, true],
    ['Send', { way: 'mail', to: 'a' }, true],
    ['Send', { way: 'mail' }, false],
    ['Filled', {}, true],
  ])('%s of %j is right: %s', (name, value, isRight) => {
    expect(schemas.accepts(name, value)).toBe(isRight);
  });
});
