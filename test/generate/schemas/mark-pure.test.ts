import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';
import { markPure } from '../../../src/generate/schemas/mark-pure.ts';

test.each([
  ['a call', 'const a = z.void();', 'const a = /* @__PURE__ */ z.void();'],
  [
    'a call of names and texts',
    "export const a = z.union([b, 'z.x()']);",
    "export const a = /* @__PURE__ */ z.union([b, 'z.x()']);",
  ],
  [
    'a call of calls',
    'export const a = z.array(z.int());',
    'export const a = /* @__PURE__ */ (() => z.array(z.int()))();',
  ],
  [
    'a call on a call',
    'const a = z.string().check(b);',
    'const a = /* @__PURE__ */ (() => z.string().check(b))();',
  ],
  [
    'a call with a getter, which nothing reads yet',
    'const a: z.T = z.object({ get b() { return z.optional(a); } });',
    'const a: z.T = /* @__PURE__ */ z.object({ get b() { return z.optional(a); } });',
  ],
  [
    'several in order',
    'const a = z.int();\nconst b = z.array(z.int());\n',
    'const a = /* @__PURE__ */ z.int();\nconst b = /* @__PURE__ */ (() => z.array(z.int()))();\n',
  ],
])('marks %s', (_what, text, marked) => {
  expect(markPure(text)).toBe(marked);
});

test.each(['const a = b;', 'const a = () => z.int();', "import * as z from 'zod/mini';", 'f();'])(
  'leaves what makes no schema as it is: %s',
  (text) => {
    expect(markPure(text)).toBe(text);
  },
);

const SCHEMAS = `export const used = make('used').check(make('length'));
export const unused = make('unused').check(make('pattern'), { get next() { return make('next'); } });
export const plain = make('plain');
`;

test('lets a bundler leave out what nobody uses', async () => {
  const kept = ['used', 'length', 'unused', 'pattern', 'next', 'plain'];
  expect(listKept(await bundle(SCHEMAS), kept)).toEqual(kept);
  expect(listKept(await bundle(markPure(SCHEMAS)), kept)).toEqual(['used', 'length']);
});

function listKept(code: string, words: readonly string[]): string[] {
  return words.filter((word) => code.includes(`"${word}"`));
}

/** Bundles a page that uses one of some schemas, whose maker may do anything. */
async function bundle(schemas: string): Promise<string> {
  const texts = new Map([
    ['page', "import { used } from 'schemas'; show(used);"],
    ['schemas', schemas],
  ]);
  const plugin = {
    name: 'texts',
    resolveId: (id: string) => (texts.has(id) ? id : undefined),
    load: (id: string) => texts.get(id),
  };
  await using built = await rolldown({ input: 'page', plugins: [plugin] });
  const { output } = await built.generate();
  return output[0].code;
}
