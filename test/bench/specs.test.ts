import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { measureDocument } from '../../bench/specs/measure-document.ts';
import { sampleValue } from '../../src/contract/example/sample-value.ts';
import type { SchemaPlace } from '../../src/contract/model/contract.ts';
import type { JsonSchema } from '../../src/contract/model/json-schema.ts';
import { createSchemaResolver } from '../../src/contract/model/resolve-schema.ts';

const FOLDER = join(import.meta.dirname, 'fixtures');

/** Makes what is required alone: the fixtures have an example wherever more is needed. */
function createSample(document: object) {
  const resolve = createSchemaResolver(document);
  return ({ schema }: SchemaPlace): unknown => sample(schema);

  function sample(schema: JsonSchema): unknown {
    const target = resolve(schema);
    if (typeof target === 'boolean') return 'a';
    if (Array.isArray(target.examples)) return target.examples[0];
    const { properties, required = [] } = target;
    if (properties === undefined) return sampleValue(target, 'a');
    return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? true)]));
  }
}

describe.concurrent('a document in the style of published ones', () => {
  test.for(readdirSync(FOLDER))('is served right: %s', async (name, { expect }) => {
    const document = { title: name, file: join(FOLDER, name), source: 'test' };
    const result = await measureDocument(document, { createSample });
    if (result.outcome.kind === 'failed') throw new Error(result.outcome.reason);
    const { asked, declared, listed } = result.outcome;
    expect(listed).toBe(declared.operations);
    const wrong = asked.filter(({ verdict }) => verdict !== 'kept');
    expect(wrong).toEqual([]);
    expect(asked).toHaveLength(listed);
  });
});
