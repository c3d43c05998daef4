import { describe, test } from 'vitest';
import { callProgram } from './call-program.ts';
import { useFolder } from './use-folder.ts';

const TAGS = `openapi: 3.1.0
info: { title: Tags, version: "1" }
paths:
  /tags:
    get:
      operationId: listTags
      parameters: [{ name: page, in: query, schema: { type: integer, minimum: 1 } }]
      responses:
        "200":
          description: Tags.
          content:
            application/json:
              schema: { type: array, items: { type: string, pattern: "^[a-z]+$" } }
              example: [one]
`;
/** Zod has no check of it. */
const CONTAINS = 'type: array, contains: { const: one }, items:';

// One at a time: the working directory is of the whole process.
describe('share-contracts prove', () => {
  useFolder({
    'tags.yaml': TAGS,
    'open.yaml': TAGS.replace('type: array, items:', CONTAINS),
  });

  test('prints a table, and the rules that nothing breaks', async ({ expect }) => {
    const { code, stdout, stderr } = await callProgram(['prove', 'tags.yaml']);
    expect(stdout).toMatchInlineSnapshot(`
      "API   enforcer           violations  refused  score  allowed  accepted
      tags  mock requests               2        2  100 %        3         3
      tags  mock answers                7        7  100 %        1         1
      tags  client validation           7        7  100 %        4         4
      tags  verify                      7        7  100 %        1         1

      tags: violations that an enforcer cannot see
        client validation: 1, as it is about the status
        client validation: 1, as it is about the header

      tags: 1 rule that no message breaks
        type null of #/paths/~1tags/get/parameters/0/schema: text cannot say it (1 place)
      "
    `);
    expect(stderr).toMatch(/made for this proof\.\nLowest score: 100 %\.\n$/);
    expect(code).toBe(0);
  });

  test('names what is let through, and fails', async ({ expect }) => {
    const { code, stdout, stderr } = await callProgram(['prove', 'open.yaml']);
    expect(stdout).toContain('open: 1 message treated otherwise than the contract does');
    expect(stdout).toContain('client validation accepts listTags: answer 200');
    expect(stderr).toMatch(/Lowest score: \d\d\.\d %, expected 100 %\.\n$/);
    expect(code).toBe(1);
  });

  test('takes a lower score for enough where it is told so', async ({ expect }) => {
    const { code, stdout } = await callProgram(['prove', 'open.yaml', '--min', '80', '--json']);
    const [proof] = JSON.parse(stdout);
    expect(proof.scores[2].survivors).toMatchObject([
      { operation: 'listTags', problem: 'accepted', constraint: { keyword: 'contains' } },
    ]);
    expect(code).toBe(0);
  });

  test.for(['101', 'most', '-1'])('refuses the score %s', async (score, { expect }) => {
    const { code, stderr } = await callProgram(['prove', 'tags.yaml', '--min', score]);
    expect(stderr).toContain('Expected a number from 0 to 100.');
    expect(code).toBe(2);
  });
});
