import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import yaml from 'js-yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { LIBRARIES } from '../../../src/generate/libraries/libraries.ts';
import { type ImportedSchemas, importSchemas } from './import-schemas.ts';

/** In what a zod schema differs from JSON Schema: the first value of each kind. */
interface Difference {
  readonly accepts?: unknown;
  readonly refuses?: unknown;
}

const SCHEMAS = await readYaml('schemas.yaml');
const VALUES = Object.values(await readYaml('values.yaml'));

/** Integers that JSON Schema does not know, https://spec.openapis.org/registry/format/. */
const UNSIGNED = { int8: [-128, 127], uint32: [0, 4294967295], uint64: [0, 2 ** 64] } as const;

/** Keywords that no schema is made of. */
const UNCHECKED = { not: 'a', notType: '', contains: [] };
/** Formats that no schema checks; of a URI reference, the characters alone. */
const NO_FORMAT = { furiref: '[', fregex: '[', fptr: 'a' };
/** Without a type, keywords of objects and arrays say it, and those of texts and numbers say nothing. */
const UNTYPED = { noTypeLen: '', noTypePattern: '', noTypeMin: 0 };

const COMMON: Readonly<Record<string, Difference>> = {
  ...accepting({ ...UNCHECKED, ...NO_FORMAT, ...UNTYPED }),
  noType: { refuses: null },
  noTypeItems: { refuses: null },
  // Patterns are checked only where other names are forbidden.
  pp: { accepts: { x1: 'a' } },
  // The default fills in.
  defReq: { accepts: {} },
  // A remainder of doubles.
  imultiple: { refuses: 1e20 },
};

/** Zod has no integer that a double may not be, https://zod.dev/api#integers. */
const LARGE: Difference = { refuses: 1e20 };
const LARGE_IN_ZOD = ['int', 'int64', 'multi', 'multilim', 'anyOf', 'oneOf', 'allAny', 'numInt64'];

/** Valibot passes over a member of this name, so that it would not stand in the way of a constructor. */
const CONSTRUCTOR = { constructor: 'x' };
const PASSED_OVER = [
  ...['rec', 'recP', 'ppClosed', 'ppPClosed', 'pnames', 'pnamesRec', 'allClosed', 'unevalSimple'],
];

/** Differences that are known, by library, each with its reason; a new version of the generator may end one. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, Difference>>>> = {
  zod: {
    ...COMMON,
    ...mapValues(LARGE_IN_ZOD, () => LARGE),
    // Too large for an integer, so that it is a number alone.
    oneNum: { accepts: 1e20 },
    imultiple: { accepts: 9007199254740991, refuses: 1e20 },
    // Zod takes capitals alone.
    fdt: { refuses: '2025-01-31t10:00:00z' },
  },
  valibot: {
    ...COMMON,
    ...mapValues(PASSED_OVER, () => ({ accepts: CONSTRUCTOR })),
    minP: { refuses: CONSTRUCTOR },
    // An integer of any size.
    uint64: { accepts: 1e20 },
  },
};

describe.each(Object.values(LIBRARIES))('a schema of $name', (library) => {
  let schemas: ImportedSchemas;
  let ajv: Ajv2020;
  beforeAll(async () => {
    const components = JSON.stringify({ schemas: SCHEMAS });
    schemas = await importSchemas(`paths: {}\ncomponents: ${components}`, library);
    ajv = new Ajv2020({ strict: false, validateSchema: false });
    formats.default(ajv);
    for (const [name, [min, max]] of Object.entries(UNSIGNED)) {
      ajv.addFormat(name, { type: 'number', validate: (n) => n >= min && n <= max });
    }
    ajv.addSchema({ $id: 'document', components: { schemas: SCHEMAS } });
  });

  test.each(Object.keys(SCHEMAS))('%s accepts what the JSON Schema accepts', (name) => {
    expect(compare(name)).toEqual(KNOWN[library.name]?.[name] ?? {});
  });

  function compare(name: string): Difference {
    const isValid = ajv.getSchema(`document#/components/schemas/${name}`);
    const wrong = VALUES.filter((value) => schemas.accepts(name, value) !== isValid?.(value));
    const accepted = wrong.filter((value) => schemas.accepts(name, value));
    const refused = wrong.filter((value) => !schemas.accepts(name, value));
    return {
      ...(accepted.length > 0 && { accepts: accepted[0] }),
      ...(refused.length > 0 && { refuses: refused[0] }),
    };
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

async function readYaml(name: string): Promise<Record<string, unknown>> {
  const value = yaml.load(await readFile(join(import.meta.dirname, name), 'utf8'));
  if (typeof value !== 'object' || value === null) throw new Error(`${name} is no list.`);
  return { ...value };
}
