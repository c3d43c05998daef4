import { describe, expect, test } from 'vitest';
import { findDefects } from '../../../src/contract/defects/find-defects.ts';
import { formatDefects } from '../../../src/contract/defects/format-defects.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { writeFiles } from '../../support/write-files.ts';

const PATHS = ['a', 'b', 'c', 'd'].map(
  (name) => `
  /${name}:
    get:
      operationId: ${name}
      responses:
        "200":
          description: D.
          content: { application/json: { schema: { $ref: schemas/Page.yaml } } }`,
);
const FILES = {
  'openapi.yaml': `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths:${PATHS.join('')}
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: schemas/Page.yaml }
            examples: { documented: { $ref: examples/documented.yaml } }
      responses: {}\n`,
  'schemas/Page.yaml':
    'type: object\nproperties:\n  count: { type: integer }\n  id: { format: ulid }\n  key: { format: ulid }\n',
  'examples/documented.yaml': 'summary: Documented.\nvalue:\n    count: "2"\n',
};

async function report(limit?: number): Promise<string> {
  await using written = await writeFiles(FILES);
  const contract = await loadContract(written.files[0] ?? '');
  const text = await formatDefects(contract, findDefects(contract), limit);
  return text.replaceAll(`${written.folder}/`, '');
}

describe('formatDefects', () => {
  test('says where, what was expected and found, who uses it and what to do', async () => {
    expect(await report()).toMatchInlineSnapshot(`
      "schemas/Page.yaml:4:9: expected a format that can be checked, found "ulid" (and in 1 more place).
        At #/properties/id/format. Used by a 200, b 200, c 200 and 2 more. Use a pattern, or rename the keyword to x-format.
      examples/documented.yaml:3:5: "count": expected integer, got string "2".
        At #/value/count. Used by POST /d request. Correct the example or its schema."
    `);
  });

  test('says how many there are of each kind where not all are shown', async () => {
    const lines = (await report(1)).split('\n');
    expect(lines.slice(2)).toEqual([
      'And 1 more. In all: 2 unknown formats, 1 wrong example. --strict lists them all.',
    ]);
  });

  test('names each kind for one and for several, most frequent first', async () => {
    const kinds = ['keyword', 'value', 'format', 'pattern', 'schema', 'example'] as const;
    const contract = { document: {}, locate: async () => ({ source: 'a.yaml', pointer: '' }) };
    const countOf = (counts: number[]) => {
      const defects = kinds.flatMap((kind, index) =>
        Array.from({ length: counts[index] ?? 0 }, (_, at) => ({
          kind,
          pointer: '',
          problem: `${kind} ${at}`,
          remedy: '',
        })),
      );
      return formatDefects(contract, defects, 0);
    };
    expect(await countOf([1, 1, 1, 1, 1, 1])).toBe(
      'And 6 more. In all: 1 unknown keyword, 1 wrong value of a keyword, 1 unknown format, 1 invalid pattern, 1 schema that cannot be enforced, 1 wrong example. --strict lists them all.',
    );
    expect(await countOf([2, 3, 4, 5, 6, 7])).toBe(
      'And 27 more. In all: 7 wrong examples, 6 schemas that cannot be enforced, 5 invalid patterns, 4 unknown formats, 3 wrong values of keywords, 2 unknown keywords. --strict lists them all.',
    );
  });

  test('says nothing about nothing', async () => {
    const contract = { document: {}, locate: async () => ({ source: 'a.yaml', pointer: '' }) };
    expect(await formatDefects(contract, [])).toBe('');
  });
});
