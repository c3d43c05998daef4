import { requireSchemaFaker, resetGenerator } from './prism-library.ts';

/** Options of json-schema-faker, such as `fillProperties`. */
export type GeneratorOptions = Readonly<Record<string, unknown>>;

/** Reads `x-json-schema-faker` of a document; names may be in any case style, as in Prism. */
export function readGeneratorOptions(
  document: Readonly<Record<string, unknown>>,
): GeneratorOptions {
  const options = document['x-json-schema-faker'];
  if (typeof options !== 'object' || options === null) return {};
  return Object.fromEntries(
    Object.entries(options)
      // Faker now has a fixed locale per instance.
      .filter(([name]) => name !== 'locale')
      .map(([name, value]) => [toCamelCase(name), value]),
  );
}

/** Sets options and seed of Prism's random data; they are global, so call it before each use. */
export function prepareGenerator(options: GeneratorOptions, seed: string): void {
  resetGenerator();
  const schemaFaker = requireSchemaFaker();
  for (const [name, value] of Object.entries(options)) schemaFaker.option(name, value);
  const faker = schemaFaker.locate('faker');
  faker.seed(hash(seed));
  // Otherwise dates such as "recent" and "soon" depend on the current time.
  faker.setDefaultRefDate('2026-01-01T00:00:00Z');
}

/** 32-bit FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of Buffer.from(text)) value = Math.imul(value ^ unit, 0x01000193) >>> 0;
  return value;
}

function toCamelCase(name: string): string {
  return name.replaceAll(/(?<![-_ ])[-_ ]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}
