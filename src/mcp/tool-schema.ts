import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import type { z } from 'zod';

/**
 * Describes a schema to agents as JSON Schema, and accepts anything: the words about a wrong input are the tool's own.
 * See https://standardschema.dev.
 */
export function advertise(
  schema: z.ZodObject,
): StandardSchemaWithJSON<Record<string, unknown>, Record<string, unknown>> {
  const { jsonSchema } = schema['~standard'];
  return {
    '~standard': {
      version: 1,
      vendor: 'share-contracts',
      validate: (value) => ({ value: isRecord(value) ? value : {} }),
      jsonSchema: {
        input: (options) => withoutDialect(jsonSchema.input(options)),
        output: (options) => withoutDialect(jsonSchema.output(options)),
      },
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without `$schema` a schema is one of the version that it names here: https://modelcontextprotocol.io/specification/2026-07-28/basic. */
function withoutDialect({ $schema: _, ...schema }: Record<string, unknown>) {
  return schema;
}
