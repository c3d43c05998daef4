import { correctValue, type SchemaKnowledge } from '../../contract/example/correct-value.ts';
import type { HeaderSpec, Operation } from '../../contract/model/contract.ts';
import { findResponse } from '../../contract/model/find-response.ts';
import type { ResolveSchema } from '../../contract/model/resolve-schema.ts';
import type { ContractChecks } from '../../contract/validate/contract-checks.ts';
import type { Reply } from '../authoring/reply.ts';
import { writeHeaderValue } from '../prism/response-headers.ts';
import { checkReply } from './response-check.ts';

/** Members of a schema that document a value. */
const DOCUMENTED = ['default', 'example', 'examples'];

/** Lists the headers of a reply whose values are made from their schemas. */
export function listMadeHeaders(
  operation: Operation,
  { status, headers = {} }: Reply,
  resolve: ResolveSchema,
): HeaderSpec[] {
  const declared = findResponse(operation, status)?.headers ?? [];
  return declared.filter(({ name, example, schema }) => {
    if (example !== undefined || !Object.hasOwn(headers, name)) return false;
    const resolved = resolve(schema.schema);
    return typeof resolved !== 'object' || !DOCUMENTED.some((keyword) => keyword in resolved);
  });
}

/** Gives a reply whose made headers keep their schemas, as far as values that do are found. */
export function correctHeaders(
  operation: Operation,
  reply: Reply,
  checks: ContractChecks,
  knowledge: SchemaKnowledge,
): Reply {
  return listMadeHeaders(operation, reply, checks.resolve).reduce(correctOne, reply);

  function correctOne(current: Reply, header: HeaderSpec): Reply {
    const { name, schema } = header;
    const before = current.headers?.[name];
    const write = (value: unknown): Reply =>
      value === before
        ? current
        : {
            ...current,
            headers: {
              ...current.headers,
              [name]: writeHeaderValue(header, value, checks.resolve),
            },
          };
    const check = (value: unknown) =>
      checkReply(write(value), operation, checks)
        .filter((broken) => broken.in === 'header' && isAt(broken.pointer, `/${name}`))
        .map((broken) => ({ ...broken, pointer: broken.pointer.slice(name.length + 1) }));
    const found = correctValue(schema.schema, before, check, knowledge);
    return found === undefined ? current : write(found.value);
  }
}

function isAt(pointer: string, owner: string): boolean {
  return pointer === owner || pointer.startsWith(`${owner}/`);
}
