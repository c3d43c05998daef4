import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { findIssues } from '../../src/client/find-issues.ts';
import type { StandardSchema } from '../../src/client/standard-schema.ts';

describe('what is expected, in the words of', () => {
  test.each<[string, StandardSchema, unknown, string, pointer?: string]>([
    ['zod, of a type', z.object({ a: z.string() }), { a: 1 }, 'string', '/a'],
    ['zod, of a member that is missing', z.object({ a: z.string() }), {}, 'string', '/a'],
    ['zod, of a member too many', z.strictObject({}), { a: 1 }, 'no a'],
    ['zod, of a pattern', z.string().check(z.regex(/^a+$/)), 'b', 'pattern /^a+$/'],
    ['zod, of a format', z.iso.datetime(), 'b', 'format datetime'],
    ['zod, of a value', z.literal(['a', 1]), 'b', '"a" or 1'],
    ['zod, of a range', z.number().check(z.maximum(3)), 4, 'at most 3'],
    ['zod, of a check', z.string().check(z.refine(() => false, 'Expected more')), 'b', 'more'],
    ['zod, of a union', z.union([z.string(), z.boolean()]), 4, 'one of 2 alternatives'],
    ['zod, of an exclusive union', z.xor([z.string(), z.unknown()]), 'b', 'one alternative'],
    ['Valibot, of a type', v.object({ a: v.string() }), { a: 1 }, 'string', '/a'],
    ['Valibot, of a member that is missing', v.object({ a: v.string() }), {}, 'a value', '/a'],
    ['Valibot, of a member too many', v.strictObject({}), { a: 1 }, 'nothing', '/a'],
    ['Valibot, of a pattern', v.pipe(v.string(), v.regex(/^a+$/)), 'b', '/^a+$/'],
    ['Valibot, of a value', v.picklist(['a', 'c']), 'b', '("a" | "c")'],
    ['Valibot, of a range', v.pipe(v.number(), v.maxValue(3)), 4, '<=3'],
    [
      'Valibot, of a check',
      v.pipe(
        v.string(),
        v.check(() => false, 'Expected more'),
      ),
      'b',
      'more',
    ],
    ['Valibot, of a union', v.union([v.string(), v.boolean()]), 4, '(string | boolean)'],
  ])('%s', async (_, schema, value, expected, pointer = '') => {
    expect(await findIssues(schema, value, '')).toMatchObject([{ pointer, expected }]);
  });
});
