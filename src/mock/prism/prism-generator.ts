import { requireSchemaFaker, resetGenerator } from './prism-library.ts';

/** Options of json-schema-faker by their names there, such as `fillProperties`. */
export type GeneratorOptions = Readonly<Record<string, unknown>>;

/** `x-json-schema-faker` of a document: options as Prism reads them, in any spelling of their names. */
export function readGeneratorOptions(
  document: Readonly<Record<string, unknown>>,
): GeneratorOptions {
  const options = document['x-json-schema-faker'];
  if (typeof options !== 'object' || options === null) return {};
  return Object.fromEntries(
    Object.entries(options)
      // Faker has one locale per instance today.
      .filter(([name]) => name !== 'locale')
      .map(([name, value]) => [toCamelCase(name), value]),
  );
}

/** Sets what Prism's generator of random data does next; its settings are those of the whole process. */
export function prepareGenerator(options: GeneratorOptions, seed: string): void {
  resetGenerator();
  const faker = requireSchemaFaker();
  for (const [name, value] of Object.entries(options)) faker.option(name, value);
  const words = faker.locate('faker');
  words.seed(hash(seed));
  // Faker counts "recent" and "soon" from now otherwise.
  words.setDefaultRefDate('2026-01-01T00:00:00Z');
}

/** FNV-1a of 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const unit of Buffer.from(text)) value = Math.imul(value ^ unit, 0x01000193) >>> 0;
  return value;
}

function toCamelCase(name: string): string {
  return name.replaceAll(/[-_ ]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}
