import { describe, expect, test } from 'vitest';
import {
  readEnvelope,
  readIdempotence,
  readPaging,
  readSampleParameters,
} from '../../../src/contract/extensions/read-extension.ts';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { makeFolder } from '../../support/temporary-folder.ts';
import { lintSpec } from './lint-spec.ts';

const RULE = 'share/client-extensions';
const AT = '/paths/~1things/get';

function specWith(extensions: string, root = ''): string {
  return `${root}
paths:
  /things:
    parameters: [{ $ref: '#/components/parameters/page' }]
    get:
      operationId: listThings
      parameters: [{ name: size, in: query, schema: { type: integer } }, { name: X-A, in: header, schema: {} }]
      ${extensions}
      responses: { '200': { description: Things. } }
components: { parameters: { page: { name: page, in: query, schema: { type: integer } } } }
`;
}

/** What `generate` says of a contract. */
async function read(spec: string) {
  const folder = await makeFolder();
  const file = await folder.write(
    'openapi.yaml',
    `openapi: 3.1.0\ninfo: { title: Test, version: '1' }\n${spec}`,
  );
  const contract = await loadContract(file);
  const [operation] = contract.operations;
  if (operation === undefined) throw new Error('expected an operation, found none');
  return [
    readPaging(contract, operation),
    readIdempotence(contract, operation),
    readEnvelope(contract),
    readSampleParameters(contract, operation),
  ];
}

describe(RULE, () => {
  test.for<[spec: string, at: string, message: string]>([
    [
      specWith('x-idempotent: sometimes'),
      `${AT}/x-idempotent`,
      'expected true or false, whether a request may be sent twice',
    ],
    [
      specWith('x-pagination: yes please'),
      `${AT}/x-pagination`,
      'Invalid input: expected object, received string',
    ],
    [
      specWith('x-pagination: { by: pages, items: /a }'),
      `${AT}/x-pagination/by`,
      'Invalid option: expected one of "cursor"|"page"|"offset"|"link"',
    ],
    [
      specWith('x-pagination: { by: page, items: a, parameter: page }'),
      `${AT}/x-pagination/items`,
      'expected a JSON Pointer, such as /items',
    ],
    [
      specWith('x-pagination: { by: page, parameter: page }'),
      `${AT}/x-pagination/items`,
      'expected a JSON Pointer, such as /items',
    ],
    [
      specWith('x-pagination: { by: page, items: /a }'),
      `${AT}/x-pagination`,
      'expected the "parameter" that asks for a page, found none',
    ],
    [
      specWith('x-pagination: { by: cursor, items: /a, parameter: page }'),
      `${AT}/x-pagination`,
      'expected "next", where the answer gives the cursor, found none',
    ],
    [
      specWith('x-pagination: { by: page, items: /a, parameter: seite }'),
      `${AT}/x-pagination/parameter`,
      'expected a query parameter of the operation (page, size), found "seite"',
    ],
    [
      specWith('x-pagination: { by: page, items: /a, parameter: page, size: X-A }'),
      `${AT}/x-pagination/size`,
      'expected a query parameter of the operation (page, size), found "X-A"',
    ],
    [
      specWith('x-pagination: { by: link, items: /a, past: { status: no } }'),
      `${AT}/x-pagination/past/status`,
      'Invalid input: expected number, received string',
    ],
    [
      specWith('x-sample-parameters: page'),
      `${AT}/x-sample-parameters`,
      'expected names of parameters',
    ],
    [specWith('', 'x-envelope: { code: code }'), '/x-envelope/success', 'Invalid input'],
    [
      specWith('', 'x-envelope: [code]'),
      '/x-envelope',
      'Invalid input: expected object, received array',
    ],
  ])('says of %s what generate says', async ([spec, at, message]) => {
    const name = /x-[a-z-]+/.exec(at)?.[0];
    expect(await lintSpec(RULE, spec)).toEqual([
      { message: `${name}: ${message}.`, at: `openapi.yaml#${at}` },
    ]);
    await expect(read(spec)).rejects.toThrow(message);
    await expect(read(spec)).rejects.toMatchObject({ pointer: at });
  });

  test('takes what clients can be generated of', async () => {
    const spec = specWith(
      'x-pagination: { by: page, items: /a/b, parameter: page, size: size }\n      x-idempotent: false\n      x-sample-parameters: [X-A]',
      'x-envelope: { code: code, success: 0 }',
    );
    expect(await lintSpec(RULE, spec)).toEqual([]);
    expect(await read(spec)).toEqual([
      { by: 'page', items: ['a', 'b'], parameter: 'page', size: 'size' },
      false,
      { code: 'code', success: 0 },
      ['X-A'],
    ]);
  });

  test('refuses a sample parameter that the operation does not have', async () => {
    const spec = specWith('x-sample-parameters: [page, seite]');
    const message =
      'x-sample-parameters: expected a parameter of the operation (page, size, X-A), found "seite".';
    expect(await lintSpec(RULE, spec)).toEqual([
      { message, at: `openapi.yaml#${AT}/x-sample-parameters/1` },
    ]);
  });

  test('takes what has none of them', async () => {
    expect(await lintSpec(RULE, specWith(''))).toEqual([]);
  });
});
