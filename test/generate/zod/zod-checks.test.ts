import { beforeAll, describe, expect, test } from 'vitest';
import { generateZod } from '../../../src/generate/generate-zod.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';
import { importText } from '../import-text.ts';

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

describe('checks that zod lacks', () => {
  let schemas: Record<string, unknown>;
  beforeAll(async () => {
    schemas = await importText((await generateZod(await contractFromYaml(SCHEMAS))).text);
  });

  test.each([
    ['zLink', 'https://a.test/b?c=%20#d', true],
    ['zLink', 'https://a.test/b ', false],
    ['zLink', ' https://a.test/b', false],
    ['zLink', '/b', false],
    ['zReference', '/b?c', true],
    ['zReference', '', true],
    ['zReference', 'not valid', false],
    ['zReference', '%zz', false],
    ['zReport', { share: 'a' }, true],
    ['zReport', { user: 'b' }, true],
    ['zReport', { share: null, user: 'b' }, true],
    ['zReport', { share: 'a', user: 'b' }, false],
    ['zReport', { share: 'a', user: null }, false],
    ['zSend', {}, true],
    ['zSend', { way: 'link' }, true],
    ['zSend', { way: 'mail', to: 'a' }, true],
    ['zSend', { way: 'mail' }, false],
    ['zFilled', {}, true],
  ])('%s of %j is right: %s', (name, value, isRight) => {
    const schema = schemas[name];
    if (typeof schema !== 'object' || schema === null || !('safeParse' in schema)) {
      throw new Error(`No schema is called ${name}.`);
    }
    const { safeParse } = schema;
    if (typeof safeParse !== 'function') throw new Error(`${name} is no schema.`);
    expect(safeParse(value).success).toBe(isRight);
  });
});
