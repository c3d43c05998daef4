import { describe, expect, test } from 'vitest';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/enforceable-schema';
const USERS = `paths:
  /a: { get: { responses: { "200": { content: { application/json: { schema: { $ref: Note.yaml } } } } } } }
  /b: { get: { parameters: [{ name: p, in: query, schema: { $ref: Note.yaml } }] } }
`;

describe(RULE, () => {
  test.each([
    ['{ format: ulid }', '#/format', 'a format that can be checked, found "ulid"'],
    ['{ items: { pattern: "(" } }', '#/items/pattern', 'a regular expression (ECMA-262, flag u)'],
    ['{ properties: { a: { format: int128 } } }', '#/properties/a/format', '"int128"'],
    ['{ allOf: [{ not: { format: x } }] }', '#/allOf/0/not/format', '"x"'],
  ])('refuses %s once, where it stands', async (schema, pointer, problem) => {
    const findings = await lintSpec(RULE, USERS, { 'Note.yaml': schema });
    expect(findings).toEqual([
      { message: expect.stringContaining(problem), at: `Note.yaml${pointer}` },
    ]);
  });

  test.each(['{ format: date-time, pattern: "^a$" }', '{ typ: text }', '{ enum: a }', 'true'])(
    'accepts %s, or leaves it to another rule',
    async (schema) => {
      expect(await lintSpec(RULE, USERS, { 'Note.yaml': schema })).toEqual([]);
    },
  );

  test.each([
    ['{ format: ulid }', 'warn'],
    ['{ pattern: "(" }', 'error'],
  ])('reports %s as %s where unknown formats are to be warned of', async (schema, severity) => {
    const setting = { severity: 'error', unknownFormats: 'warn' } as const;
    const findings = await lintSpec(RULE, USERS, { 'Note.yaml': schema }, setting);
    expect(findings).toEqual([expect.objectContaining({ severity })]);
  });
});
