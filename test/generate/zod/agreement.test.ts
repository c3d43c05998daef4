import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import yaml from 'js-yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateZod } from '../../../src/generate/generate-zod.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';
import { importText } from '../import-text.ts';

/** In what a zod schema differs from JSON Schema: the first value of each kind. */
interface Difference {
  readonly accepts?: unknown;
  readonly refuses?: unknown;
}

const SCHEMAS = await readYaml('schemas.yaml');
const VALUES = Object.values(await readYaml('values.yaml'));

/** Integers that JSON Schema does not know, https://spec.openapis.org/registry/format/. */
const UNSIGNED = { int8: [-128, 127], uint32: [0, 4294967295], uint64: [0, 2 ** 64] } as const;

/** Zod has no integer that a double may not be, https://zod.dev/api#integers. */
const LARGE: Difference = { refuses: 1e20 };
/** Keywords that no zod schema is made of. */
const UNCHECKED = { not: 'a', notType: '', contains: [] };
/** Formats that zod does not have; of a URI reference, the characters alone are checked. */
const NO_FORMAT = { furiref: '[', fregex: '[', fptr: 'a' };
/** Without a type, keywords of objects and arrays say it, and those of texts and numbers say nothing. */
const UNTYPED = { noTypeLen: '', noTypePattern: '', noTypeMin: 0 };

/** Differences that are known, each with its reason; a new version of the generator may end one. */
const KNOWN: Readonly<Record<string, Difference>> = {
  ...mapValues(['int', 'int64', 'multi', 'multilim', 'anyOf', 'oneOf', 'allAny'], () => LARGE),
  ...mapValues(['numInt64'], () => LARGE),
  ...accepting({ ...UNCHECKED, ...NO_FORMAT, ...UNTYPED }),
  noType: { refuses: null },
  noTypeItems: { refuses: null },
  // Too large for an integer, so that it is a number alone.
  oneNum: { accepts: 1e20 },
  // Zod divides doubles.
  imultiple: { accepts: 9007199254740991, refuses: 1e20 },
  // Zod takes capitals alone.
  fdt: { refuses: '2025-01-31t10:00:00z' },
  // Patterns are checked only where other names are forbidden.
  pp: { accepts: { x1: 'a' } },
  // The default fills in.
  defReq: { accepts: {} },
};

describe('a zod schema', () => {
  let schemas: Record<string, unknown>;
  let ajv: Ajv2020;
  beforeAll(async () => {
    const components = JSON.stringify({ schemas: SCHEMAS });
    schemas = await importText(
      (await generateZod(await contractFromYaml(`paths: {}\ncomponents: ${components}`))).text,
    );
    ajv = new Ajv2020({ strict: false, validateSchema: false });
    formats.default(ajv);
    for (const [name, [min, max]] of Object.entries(UNSIGNED)) {
      ajv.addFormat(name, { type: 'number', validate: (n) => n >= min && n <= max });
    }
    ajv.addSchema({ $id: 'document', components: { schemas: SCHEMAS } });
  });

  test.each(Object.keys(SCHEMAS))('%s accepts what the JSON Schema accepts', (name) => {
    expect(compare(name)).toEqual(KNOWN[name] ?? {});
  });

  function compare(name: string): Difference {
    const isValid = ajv.getSchema(`document#/components/schemas/${name}`);
    const wrong = VALUES.filter((value) => accepts(name, value) !== isValid?.(value));
    const accepted = wrong.filter((value) => accepts(name, value));
    const refused = wrong.filter((value) => !accepts(name, value));
    return {
      ...(accepted.length > 0 && { accepts: accepted[0] }),
      ...(refused.length > 0 && { refuses: refused[0] }),
    };
  }

  function accepts(name: string, value: unknown): boolean {
    const wanted = `z${name}`.toLowerCase();
    const [, schema] = Object.entries(schemas).find(([key]) => key.toLowerCase() === wanted) ?? [];
    if (!isChecker(schema)) throw new Error(`No schema is called "${name}".`);
    return schema.safeParse(value).success;
  }
});

function accepting(values: Readonly<Record<string, unknown>>): Record<string, Difference> {
  return mapValues(Object.keys(values), (name) => ({ accepts: values[name] }));
}

function mapValues(
  names: readonly string[],
  difference: (name: string) => Difference,
): Record<string, Difference> {
  return Object.fromEntries(names.map((name) => [name, difference(name)]));
}

function isChecker(
  value: unknown,
): value is { safeParse: (value: unknown) => { success: boolean } } {
  return typeof value === 'object' && value !== null && 'safeParse' in value;
}

async function readYaml(name: string): Promise<Record<string, unknown>> {
  const value = yaml.load(await readFile(join(import.meta.dirname, name), 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error(`${name} is no list.`);
  return { ...value };
}
