import type { StandardSchema } from '../../../src/client/standard-schema.ts';
import { generateSchemas } from '../../../src/generate/generate-schemas.ts';
import type { ValidationLibrary } from '../../../src/generate/libraries/library.ts';
import { contractFromYaml } from '../../support/contract-from-yaml.ts';
import { importText } from '../import-text.ts';

/** Tells whether a value fits the schema of a name, in capitals or not. */
export type Accepts = (name: string, value: unknown) => boolean;

/** Schemas of a contract that were generated and are ready for use. */
export interface ImportedSchemas {
  readonly text: string;
  /** Asks by the name of a component. */
  readonly accepts: Accepts;
}

/** Generates the schemas of a contract with a library, and loads them. */
export async function importSchemas(
  spec: string,
  library: ValidationLibrary,
): Promise<ImportedSchemas> {
  const { text } = await generateSchemas(await contractFromYaml(spec), library);
  const accepts = await loadSchemas(text);
  return { text, accepts: (name, value) => accepts(library.namespace + name, value) };
}

/** Loads a generated module of schemas. */
export async function loadSchemas(text: string): Promise<Accepts> {
  const found = new Map(
    Object.entries(await importText(text)).map(([name, schema]) => [name.toLowerCase(), schema]),
  );
  return (name, value) => {
    const schema = found.get(name.toLowerCase());
    if (!isSchema(schema)) throw new Error(`No schema is called "${name}".`);
    const result = schema['~standard'].validate(value);
    if (result instanceof Promise) throw new Error(`${name} takes its time.`);
    return result.issues === undefined;
  };
}

function isSchema(value: unknown): value is StandardSchema {
  return typeof value === 'object' && value !== null && '~standard' in value;
}
