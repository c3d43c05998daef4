import { bundle, createConfig } from '@redocly/openapi-core';
import { describe, expect, test } from 'vitest';
import { loadContract } from '../../../src/contract/load/load-contract.ts';
import { OWN_CONTRACTS } from '../../support/own-project.ts';
import { writeFiles } from '../../support/write-files.ts';

const HEAD = 'openapi: 3.1.0\ninfo: { title: T, version: "1" }\n';
const RESPONSES = 'responses: { "200": { description: D } }';

/** What Redocly's bundler makes of a file. */
async function bundleByRedocly(file: string): Promise<unknown> {
  const result = await bundle({ ref: file, config: await createConfig({}) });
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return withoutEmptyComponents(JSON.parse(JSON.stringify(result.bundle.parsed)));
}

async function bundleHere(file: string): Promise<unknown> {
  const { document } = await loadContract(file);
  return withoutEmptyComponents(JSON.parse(JSON.stringify(document)));
}

/** Redocly adds the object whether or not there is a component. */
function withoutEmptyComponents({ components, ...rest }: Record<string, object>): unknown {
  const isEmpty = components === undefined || Object.keys(components).length === 0;
  return isEmpty ? rest : { ...rest, components };
}

describe('a bundle is what Redocly makes of', () => {
  test.each(OWN_CONTRACTS.map(({ name, contract }) => [name, contract]))(
    '%s',
    async (_name, file) => {
      expect(await bundleHere(file)).toEqual(await bundleByRedocly(file));
    },
  );

  test.each<[what: string, files: Record<string, string>]>([
    [
      'a path item with siblings of its reference',
      {
        'a.yaml': `${HEAD}paths: { /a: { $ref: p.yaml, summary: Own. } }\n`,
        'p.yaml': `summary: Other.\nget: { ${RESPONSES} }\n`,
      },
    ],
    [
      'a path item used twice, with parameters of a third file',
      {
        'a.yaml': `${HEAD}paths: { /a: { $ref: p/a.yaml }, /b: { $ref: p/a.yaml } }\n`,
        'p/a.yaml': `get: { parameters: [{ $ref: ../q/P.yaml }], ${RESPONSES} }\n`,
        'q/P.yaml': 'name: p\nin: query\nschema: { $ref: Text.yaml }\n',
        'q/Text.yaml': 'type: string\n',
      },
    ],
    [
      'schemas that hold each other',
      {
        'a.yaml': `${HEAD}components: { schemas: { A: { $ref: A.yaml } } }\n`,
        'A.yaml': 'properties: { b: { $ref: B.yaml }, a: { $ref: A.yaml } }\n',
        'B.yaml': 'properties: { a: { $ref: A.yaml } }\n',
      },
    ],
    [
      'schemas of the same name',
      {
        'a.yaml': `${HEAD}components: { schemas: { X: { allOf: [{ $ref: 1/A.yaml }, { $ref: 2/A.yaml }, { $ref: 3/A.yaml }] } } }\n`,
        '1/A.yaml': 'type: string\n',
        '2/A.yaml': 'type: integer\n',
        '3/A.yaml': 'type: string\n',
      },
    ],
    [
      'a chain of references, and one with siblings on the way',
      {
        'a.yaml': `${HEAD}components: { schemas: { X: { allOf: [{ $ref: B.yaml }, { $ref: D.yaml }] } } }\n`,
        'B.yaml': '$ref: C.yaml\n',
        'C.yaml': 'type: string\n',
        'D.yaml': '$ref: C.yaml\nmaxLength: 2\n',
      },
    ],
    [
      'a reference that leads through one which was turned before',
      {
        'a.yaml': `${HEAD}components: { schemas: { X: { allOf: [{ $ref: D.yaml }, { $ref: "D.yaml#/$defs/Y" }] } } }\n`,
        'D.yaml': '$defs: { Y: { $ref: s/A.yaml } }\n',
        's/A.yaml': 'type: string\n',
      },
    ],
    [
      'references to parts of another file and back to the entry',
      {
        'a.yaml': `${HEAD}components: { schemas: { X: { $ref: "b.yaml#/$defs/Y" }, Z: { type: string } } }\n`,
        'b.yaml':
          '$defs: { Y: { properties: { z: { $ref: "a.yaml#/components/schemas/Z" }, w: { $ref: "#/$defs/W" } } }, W: { type: integer } }\n',
      },
    ],
    [
      'a discriminator that maps to files',
      {
        'a.yaml': `${HEAD}components: { schemas: { X: { oneOf: [{ $ref: Dog.yaml }], discriminator: { propertyName: kind, mapping: { dog: ./Dog.yaml, d: Dog } } } } }\n`,
        'Dog.yaml': 'type: object\n',
      },
    ],
    [
      'an example in a file of another kind',
      {
        'a.yaml': `${HEAD}components: { examples: { X: { externalValue: x.xml }, Y: { $ref: y.yaml } } }\n`,
        'x.xml': '<a/>',
        'y.yaml': 'value: { $ref: 1 }\n',
      },
    ],
    [
      'responses, headers, bodies, links and callbacks of other files',
      {
        'a.yaml': `${HEAD}paths: { /a: { post: { requestBody: { $ref: b.yaml }, responses: { "200": { $ref: r.yaml } }, callbacks: { c: { $ref: c.yaml } } } } }\n`,
        'b.yaml': 'content: { application/json: { schema: { type: string } } }\n',
        'r.yaml':
          'description: R\nheaders: { X: { $ref: h.yaml } }\nlinks: { l: { $ref: l.yaml } }\n',
        'h.yaml': 'schema: { type: string }\n',
        'l.yaml': 'operationId: x\n',
        'c.yaml': `"{$url}": { post: { ${RESPONSES} } }\n`,
      },
    ],
    [
      'sections in files of their own',
      {
        'a.yaml': 'openapi: 3.1.0\ninfo: { $ref: info.yaml }\npaths: { $ref: paths.yaml }\n',
        'info.yaml': 'title: T\nversion: "1"\n',
        'paths.yaml': `/a: { $ref: a/item.yaml }\n`,
        'a/item.yaml': `get: { parameters: [{ $ref: ../P.yaml }], ${RESPONSES} }\n`,
        'P.yaml': 'name: p\nin: query\nschema: true\n',
      },
    ],
  ])('%s', async (_what, files) => {
    await using folder = await writeFiles(files);
    const [entry = ''] = folder.files;
    expect(await bundleHere(entry)).toEqual(await bundleByRedocly(entry));
  });
});
