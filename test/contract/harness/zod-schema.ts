import type { ZodType } from 'zod';
import type { AnswerCase } from '../../../src/contract-tests/answer-cases.ts';

/** Generated module of zod schemas. */
export type ZodModule = Readonly<Record<string, unknown>>;

/** Zod schema of an answer's body: of the named schema, or of the operation's success response. */
export function findZodSchema(module: ZodModule, { operation, media }: AnswerCase): ZodType {
  const name = /^\/components\/schemas\/([^/]+)$/.exec(media?.schema?.pointer ?? '')?.[1];
  const exported = name === undefined ? `z${capitalize(operation.id)}Response` : `z${name}`;
  const schema = module[exported];
  if (!isZodType(schema)) throw new Error(`The generated module has no schema "${exported}".`);
  return schema;
}

function isZodType(value: unknown): value is ZodType {
  return typeof value === 'object' && value !== null && 'safeParse' in value;
}

function capitalize(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
